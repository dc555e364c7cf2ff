// A job: something that happens at a local time of day, at most once for each scope and local day.
import type { Day, Instant } from '../domain/time.ts';
import type { Db } from '../store/workspace.ts';

/** An occurrence whose time has come. */
export interface Due {
  /** What it is for, e.g. a team's id; one occurrence a scope and day. */
  readonly scope: string;
  /** The local day it belongs to, whose data it is made from. */
  readonly day: Day;
  readonly dueAt: Instant;
  /** How long after `dueAt` it may still run; later it is only recorded as skipped. See `latestDue`. */
  readonly graceMs: number;
}

/** Synchronous: what it posts goes to the outbox, in the write that also records the occurrence. */
export interface Job {
  /** The occurrence's kind; never changes once released. */
  readonly name: string;
  /** The newest occurrence of each scope that should have begun by `now`, done or not. Never writes. */
  due(db: Db, now: Instant): readonly Due[];
  /** May be run again when its write had to be rolled back, so it depends on nothing but its arguments. */
  run(db: Db, due: Due, now: Instant): void;
}
