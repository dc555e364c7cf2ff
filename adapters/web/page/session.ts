// Who looks at the page, in which language and zone.
import type { PersonView, StateView } from '../wire.ts';
import { createDates, type Dates } from './format.ts';
import type { Reader } from './rich.ts';

export interface Session {
  readonly state: StateView;
  readonly me: PersonView;
  readonly dates: Dates;
  readonly reader: Reader;
}

/** A session of the person the state is about. */
export const createSession = (state: StateView, me: PersonView): Session => {
  const dates = createDates(state.language, state.clock.zone);
  return { state, me, dates, reader: { user: me.user, dates } };
};
