// One request in, replies out: who asks, may they, run it once, and refuse kindly.
import { notice, problem } from './cards/notice.ts';
import { welcome } from './cards/welcome.ts';
import type { Card } from './chat/card.ts';
import type { Intent } from './chat/intent.ts';
import type { Profile, Target } from './chat/platform.ts';
import type { Reply, Request } from './chat/request.ts';
import type { Person } from './chat/text.ts';
import type { Call, Command, Verb } from './commands/command.ts';
import { findVerb, isSealed } from './commands/index.ts';
import { understand } from './commands/line.ts';
import { join } from './commands/membership.ts';
import { refuse } from './commands/refuse.ts';
import { ROLES } from './domain/role.ts';
import { dayOf, type Instant, type Zone } from './domain/time.ts';
import { Refusal } from './errors.ts';
import { type Locale, localeFor } from './locales/index.ts';
import type { RefusalCode } from './locales/messages.ts';
import { claim, sealedDelivery, seen } from './store/inbox.ts';
import { type Member, memberOf } from './store/member.ts';
import { findTeam, listTeams } from './store/team.ts';
import { type Vault, VaultError } from './store/vault.ts';
import type { Db, Workspace } from './store/workspace.ts';

export interface BotDeps {
  /** The workspace a person's company has. */
  readonly workspaceOf: (person: Person) => Promise<Workspace>;
  /** What the platform knows of a person; null when it cannot say. */
  readonly profileOf: (person: Person) => Promise<Profile | null>;
  /** The channel a new workspace's first team posts to, where the platform has one from the start. */
  readonly channelOf: (person: Person) => Target | null;
  /** Milliseconds to wait when the person asks too often, else null. */
  readonly throttle: (person: Person, now: Instant) => number | null;
  /** The zone of a workspace nobody has set up yet. */
  readonly zone: Zone;
  /** Where the keys of surveys are. */
  readonly vault: Vault;
  /** Called after every committed write: there may be something to post. */
  readonly written: (workspace: Workspace) => void;
  /**
   * A fault of ours. It carries no words of the person; of what was on its way into a ballot, neither the arguments
   * nor the error's own message.
   */
  readonly report: (error: unknown, request: Request) => void;
}

export interface Bot {
  /** Never throws: a fault becomes an apology and a report. */
  handle(request: Request): Promise<readonly Reply[]>;
}

/** What is to be done, whichever way it was asked. */
interface Invocation {
  readonly command: Command;
  readonly verb: Verb;
  readonly args: unknown;
}

/** Whether the request may carry an answer on its way into a ballot. */
const carriesAnswer = ({ ask }: Request): boolean =>
  (ask.kind === 'press' || ask.kind === 'submit') && isSealed(ask.intent);

/** The platform's delivery id, unlike any other platform's. */
const deliveryOf = (request: Request): string => {
  const { id, actor } = request;
  const delivery = `${actor.platform}:${actor.tenant}:${id}`;
  return carriesAnswer(request) ? sealedDelivery(delivery) : delivery;
};

/** What may be said of a fault while an answer was on its way: errors of libraries quote what they were given. */
const withoutAnswer = (error: unknown, request: Request): [unknown, Request] => {
  if (!carriesAnswer(request)) return [error, request];
  const kind = error instanceof Error ? error.name : typeof error;
  const said = error instanceof VaultError ? `: ${error.message}` : '';
  const bare = new Error(`${kind} while an answer was on its way${said}`);
  return [bare, { ...request, ask: { kind: 'unsupported', what: 'sealed' } }];
};

const refuseToStore = (replies: readonly Reply[]): void => {
  const holdsAnswer = replies.some(
    (reply) => ('card' in reply && reply.card.sealed) || ('form' in reply && reply.form.sealed),
  );
  if (holdsAnswer) throw new TypeError('a verb that writes answered with a sealed card or form');
};

const toActor = (card: Card): Reply[] => [{ kind: 'card', to: 'actor', card }];

const verbOf = (intent: Intent): Invocation => {
  const found = findVerb(intent);
  if (found === null) return refuse('stale_button');
  const parsed = found.verb.args.safeParse(intent.args);
  return parsed.success ? { ...found, args: parsed.data } : refuse('bad_id');
};

const invocationOf = (request: Request): Invocation => {
  const { ask, place } = request;
  switch (ask.kind) {
    case 'command': {
      const { command, rest, said } = understand(ask.line, place.kind === 'direct');
      const { verb, args } = said ? { verb: 'say', args: { line: rest } } : command.grammar(rest);
      return verbOf({ command: command.name, verb, args: args as Intent['args'] });
    }
    case 'press':
    case 'submit':
      return verbOf(ask.intent);
    default:
      throw new TypeError(`no verb for ${ask.kind}`);
  }
};

const authorize = (me: Member, verb: Verb, locale: Locale): void => {
  if (verb.role === undefined || ROLES.indexOf(me.role) >= ROLES.indexOf(verb.role)) return;
  refuse('not_allowed', { who: locale.t.common.roles[verb.role] });
};

const callOf = (db: Db, request: Request, me: Member, zone: Zone): Call => {
  const team = me.teamId === null ? null : (findTeam(db, me.teamId) ?? null);
  const home = team?.zone ?? listTeams(db)[0]?.zone ?? zone;
  const { platform, tenant, user } = request.actor;
  return {
    db,
    now: request.at,
    me,
    person: { platform, tenant, user },
    team,
    zone: home,
    today: dayOf(request.at, home),
    locale: localeFor(me.locale ?? team?.locale ?? request.actor.locale),
    place: request.place,
    mentions: request.ask.kind === 'command' ? request.ask.mentions : [],
  };
};

/** Why something was refused, in the asker's language; null when that code has no sentence. */
const refusalCard = (locale: Locale, { code, params }: Refusal): Card | null => {
  if (!Object.hasOwn(locale.t.refusals, code)) return null;
  const sentence = locale.t.refusals[code as RefusalCode] as (params: Refusal['params']) => string;
  return problem(locale, sentence(params), []);
};

/** The bot over the given ports; it keeps nothing in memory between requests. */
export const createBot = (deps: BotDeps): Bot => {
  const report = (error: unknown, request: Request): void => {
    try {
      deps.report(...withoutAnswer(error, request));
    } catch {
      // Whoever asked still gets their answer.
    }
  };

  /** What is committed stays committed, and is answered so. */
  const written = (workspace: Workspace, request: Request): void => {
    try {
      deps.written(workspace);
    } catch (error) {
      report(error, request);
    }
  };

  const profileFor = async (request: Request): Promise<Profile | null> => {
    try {
      return await deps.profileOf(request.actor);
    } catch (error) {
      // Joining must not hang on what the platform can say of a person.
      report(error, request);
      return null;
    }
  };

  /** Lets somebody nobody knows join. */
  const joining = async (workspace: Workspace, request: Request): Promise<Member> => {
    const profile = await profileFor(request);
    const joined = await workspace.write((db) => {
      const meanwhile = memberOf(db, request.actor);
      return meanwhile ?? join(db, request, profile, deps.zone, deps.channelOf(request.actor));
    });
    written(workspace, request);
    return joined;
  };

  const run = async (workspace: Workspace, request: Request): Promise<readonly Reply[]> => {
    const { ask } = request;
    const values = ask.kind === 'submit' ? ask.values : {};
    const { verb, args } = invocationOf(request);
    /** The call, once it is known that they may. */
    const authorized = (db: Db): Call => {
      const me = memberOf(db, request.actor);
      if (me === undefined) throw new TypeError('the member vanished');
      const call = callOf(db, request, me, deps.zone);
      if (me.leftOn !== null && me.leftOn <= call.today) refuse('left');
      authorize(me, verb, call.locale);
      return call;
    };
    if (verb.effect === 'read') {
      return workspace.read((db) => verb.run(authorized(db), args, values, undefined));
    }
    const id = deliveryOf(request);
    let prepared: unknown;
    if (verb.prepare !== undefined) {
      const before = workspace.read((db) => seen(db, id));
      if (before !== null) return before;
      const prepare = workspace.read((db) => verb.prepare?.(authorized(db), args, values));
      prepared = await prepare?.(deps.vault);
    }
    const replies = await workspace.write((db) => {
      const before = seen(db, id);
      if (before !== null) return before;
      const answer = verb.run(authorized(db), args, values, prepared);
      refuseToStore(answer);
      claim(db, id, request.at, answer);
      return answer;
    });
    written(workspace, request);
    return replies;
  };

  const answer = async (workspace: Workspace, request: Request): Promise<readonly Reply[]> => {
    const { known, answered } = workspace.read((db) => {
      const known = memberOf(db, request.actor);
      // A redelivery of what erased somebody must not let them join again.
      return { known, answered: known === undefined ? seen(db, deliveryOf(request)) : null };
    });
    if (answered !== null) return answered;
    const isNew = known === undefined;
    const me = known ?? (await joining(workspace, request));
    const wait = deps.throttle(request.actor, request.at);
    if (wait !== null) {
      refuse('too_many', { seconds: Math.max(1, Math.ceil(wait / 1000)) });
    }
    const { kind } = request.ask;
    const greet = (): Reply => ({
      kind: 'card',
      to: 'actor',
      card: workspace.read((db) => welcome(callOf(db, request, me, deps.zone))),
    });
    if (kind === 'opened') return [greet()];
    if (kind === 'joined') {
      const { locale } = workspace.read((db) => callOf(db, request, me, deps.zone));
      const { joined, joinedText } = locale.t.common;
      return [{ kind: 'card', to: 'channel', card: notice(locale, joined, [joinedText]) }];
    }
    if (kind === 'unsupported') {
      const { locale } = workspace.read((db) => callOf(db, request, me, deps.zone));
      return toActor(problem(locale, locale.t.common.unsupported, locale.t.followup.examples));
    }
    if (!isNew) return run(workspace, request);
    // The first words are said even when what was asked is refused.
    try {
      const replies = await run(workspace, request);
      return [greet(), ...replies];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [greet(), ...refused(workspace, request, error)];
    }
  };

  /** The asker's language, as far as it can be known when something went wrong. */
  const localeOf = (workspace: Workspace | null, request: Request): Locale => {
    try {
      const known = workspace?.read((db) => {
        const me = memberOf(db, request.actor);
        return me === undefined ? undefined : callOf(db, request, me, deps.zone).locale;
      });
      return known ?? localeFor(request.actor.locale);
    } catch {
      return localeFor(request.actor.locale);
    }
  };

  /** @throws the refusal itself when it has no sentence: a fault of ours */
  const refused = (workspace: Workspace | null, request: Request, refusal: Refusal): Reply[] => {
    const card = refusalCard(localeOf(workspace, request), refusal);
    if (card === null) throw refusal;
    return toActor(card);
  };

  const apology = (workspace: Workspace | null, request: Request): Reply[] => {
    const locale = localeOf(workspace, request);
    const { problem: title, fault, faultReference } = locale.t.common;
    return toActor(notice(locale, title, [fault, faultReference({ id: request.id })], 'bad'));
  };

  return {
    async handle(request) {
      let workspace: Workspace | null = null;
      try {
        workspace = await deps.workspaceOf(request.actor);
        return await answer(workspace, request);
      } catch (error) {
        try {
          if (error instanceof Refusal) return refused(workspace, request, error);
        } catch {
          // Reported below as what it is.
        }
        report(error, request);
        return apology(workspace, request);
      }
    },
  };
};
