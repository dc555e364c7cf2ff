// All tables of a workspace.
export * from './customers.ts';
export * from './delivery.ts';
export * from './external.ts';
export * from './followups.ts';
export * from './people.ts';
export * from './pulse.ts';
export * from './recognition.ts';
export * from './scores.ts';
