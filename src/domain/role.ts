// What a member may do: reps for themselves, managers for their team, admins for the workspace.

export const ROLES = ['rep', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];
