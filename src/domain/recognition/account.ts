// The accounts between which points move. Every transfer's sides add up to zero, so all accounts together do.
import type { Day } from '../time.ts';

/** Points are kept in thousandths, so that halves and thirds of one can be given. */
export const POINT = 1000;

/** Where points come from and go back to; the only account that is meant to be below zero. */
export const HOUSE = 'house';

/** What was had for points: they are gone for good. */
export const SPENT = 'spent';

/** What a member may give away on a day of their own zone, e.g. `pot:12:2026-03-11`. */
export const potOf = (memberId: number, day: Day): string => `pot:${memberId}:${day}`;

/** What a member has, e.g. `member:12`. */
export const memberAccount = (memberId: number): string => `member:${memberId}`;

/** What is set aside for a reward that was asked for, until it is decided, e.g. `held:5`. */
export const heldFor = (redemptionId: number): string => `held:${redemptionId}`;
