// The table of all metrics: adding one means one entry in its dimension's file and its texts in each locale.
import { BEHAVIOUR } from './metrics/behaviour.ts';
import { COLLABORATION } from './metrics/collaboration.ts';
import { PROCESS } from './metrics/process.ts';
import { RESULT } from './metrics/result.ts';

export const METRICS = { ...BEHAVIOUR, ...PROCESS, ...RESULT, ...COLLABORATION };

export type MetricKey = keyof typeof METRICS;

/** All metrics in the order they are shown. */
export const METRIC_KEYS = Object.keys(METRICS) as readonly MetricKey[];

type Table = (typeof METRICS)[MetricKey];
type Names<Inputs> = Inputs extends unknown ? keyof Inputs : never;
type WithoutFacts<S> = S extends unknown ? Omit<S, 'facts'> : never;

/** The numbers metrics are computed from; each has its name in every locale. */
export type InputKey = Names<ReturnType<Table['measure']>['inputs']>;

/** An action that could raise a score, with what its sentence names. */
export type NextStep = WithoutFacts<ReturnType<Table['steps']>[number]>;

/** Each has its sentence in every locale. */
export type StepKey = NextStep['key'];
