// /privacy: what is stored about the asker and who can see it; a copy of it; and having it erased.
import { z } from 'zod';
import { privacyCard } from '../cards/privacy.ts';
import { erasedCard, eraseForm } from '../cards/privacy-erase.ts';
import type { Reply } from '../chat/request.ts';
import { addAudit } from '../store/audit.ts';
import { erasedName, eraseMember, isErased, listNamed } from '../store/erase.ts';
import { countAdmins, findMember, listAdmins, type Member, memberOf } from '../store/member.ts';
import { storedAbout, tablesAbout } from '../store/privacy.ts';
import { type Call, type Command, verb } from './command.ts';
import { nearest } from './nearest.ts';
import { pulsePrivacy } from './pulse/home.ts';
import { refuse } from './refuse.ts';

/** Admins named to ask. */
const NAMED = 3;
/** Longer names are confirmed by the member's number. */
const TYPED = 20;
const SHOWN = 40;

const WORDS = {
  export: ['export', '导出', '匯出'],
  erase: ['erase', 'delete', '删除', '刪除', '抹除'],
  pulse: ['pulse', 'survey', '调研', '調研'],
} as const;

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Whom a line names: by mention, by name, by number. @throws Refusal `unknown_member`, `which_member` */
const named = (call: Call, line: string): Member => {
  const [mention] = call.mentions;
  const mentioned = mention === undefined ? undefined : memberOf(call.db, mention.person);
  if (mentioned !== undefined) return mentioned;
  const typed = line.replace(/^[@＠]/u, '').trim();
  const number = /^[#＃]?(\d{1,9})$/u.exec(typed)?.[1];
  const numbered = number === undefined ? undefined : findMember(call.db, Number(number));
  if (numbered !== undefined) return numbered;
  const found = listNamed(call.db).filter(({ name }) => folded(name) === folded(typed));
  const [only, ...others] = found;
  if (only === undefined) return refuse('unknown_member', { typed: typed.slice(0, SHOWN) });
  if (others.length === 0) return only;
  const names = found.map(({ id, name }) => `${name.slice(0, SHOWN)} ${erasedName(id)}`);
  return refuse('which_member', {
    typed: typed.slice(0, SHOWN),
    names: call.locale.format.list(names),
  });
};

/**
 * The member if they may be erased by the asker: oneself, unless one is the only admin; by admins, who has left.
 * @throws Refusal saying what to do first
 */
const erasable = (call: Call, row: Member): Member => {
  const { me, db, locale } = call;
  if (row.id === me.id) {
    if (row.role === 'admin' && countAdmins(db) <= 1) refuse('last_admin_erase');
    return row;
  }
  if (me.role !== 'admin') refuse('not_allowed', { who: locale.t.common.roles.admin });
  if (row.leftOn === null) refuse('erase_first_left', { name: row.name.slice(0, SHOWN) });
  return row;
};

/** What has to be typed to confirm. */
const confirmation = ({ id, name }: Member): string =>
  [...name].length > TYPED ? String(id) : name;

const ask = (call: Call, row: Member, error?: string): Reply[] => {
  if (isErased(row)) return already(call, row);
  const form = eraseForm(call.locale, {
    id: row.id,
    type: confirmation(erasable(call, row)),
    isSelf: row.id === call.me.id,
    ...(error === undefined ? {} : { error }),
  });
  return [{ kind: 'form', form }];
};

const already = (call: Call, { id }: Member): Reply[] => [
  { kind: 'card', to: 'actor', card: erasedCard(call.locale, erasedName(id), null) },
];

const erase = (call: Call, row: Member): Reply[] => {
  const { db, me, now, today, locale } = call;
  const erased = eraseMember(db, row, { actorId: me.id, now, today });
  return [{ kind: 'card', to: 'actor', card: erasedCard(locale, erasedName(row.id), erased) }];
};

const memberOfId = (call: Call, id: number | undefined): Member =>
  id === undefined ? call.me : (findMember(call.db, id) ?? refuse('bad_id'));

const nothing = z.object({});
const who = z.object({ id: z.int().positive().optional() });

export const privacy: Command = {
  name: 'privacy',
  aliases: { 隐私: '', 隱私: '' },
  role: 'rep',
  texts: (t) => t.privacy,

  grammar(rest) {
    const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(rest.trim()) ?? [];
    const typed = folded(word);
    const is = (words: readonly string[]): boolean => words.includes(typed);
    if (typed === '') return { verb: 'show', args: {} };
    if (is(WORDS.export)) return { verb: 'export', args: {} };
    if (is(WORDS.pulse)) return { verb: 'pulse', args: {} };
    if (is(WORDS.erase)) {
      return after === ''
        ? { verb: 'eraseForm', args: {} }
        : { verb: 'eraseNamed', args: { line: after } };
    }
    const near = nearest(typed, Object.values(WORDS).flat());
    return refuse('unknown_privacy', { typed: word.slice(0, SHOWN), nearest: near ?? 'export' });
  },

  verbs: {
    show: verb({
      effect: 'read',
      args: nothing,
      run: ({ db, me, locale }) => {
        const card = privacyCard(locale, {
          stored: storedAbout(db, me.id),
          optedOut: me.optedOut,
          admins: listAdmins(db, NAMED).map(({ name }) => name.slice(0, 60)),
        });
        return [{ kind: 'card', to: 'actor', card }];
      },
    }),

    /** A copy of all that names the asker, for the asker alone. */
    export: verb({
      effect: 'write',
      args: nothing,
      run: ({ db, me, now, locale }) => {
        const tables = tablesAbout(db, me.id);
        addAudit(db, {
          at: now,
          actorId: me.id,
          action: 'member.exported',
          subject: `member:${me.id}`,
          after: { rows: tables.reduce((sum, { table }) => sum + table.rows.length, 0) },
        });
        const { t } = locale;
        return tables.map(({ kind, table }) => ({
          kind: 'file',
          file: {
            locale: t.formatTag,
            title: t.privacy.stored[kind],
            text: t.privacy.rows({ n: table.rows.length }),
            table,
            needs: { role: 'rep', teamId: null },
          },
        }));
      },
    }),

    /** How anonymous surveys are kept. */
    pulse: verb({ effect: 'read', args: nothing, run: pulsePrivacy }),

    eraseForm: verb({
      effect: 'read',
      args: who,
      run: (call, { id }) => ask(call, memberOfId(call, id)),
    }),

    /** Somebody who has left, by name; for admins. */
    eraseNamed: verb({
      effect: 'read',
      args: z.object({ line: z.string().max(4000) }),
      run: (call, { line }) => ask(call, named(call, line)),
    }),

    erase: verb({
      effect: 'write',
      args: who,
      run: (call, { id }, values) => {
        const row = memberOfId(call, id);
        if (isErased(row)) return already(call, row);
        const wanted = confirmation(erasable(call, row));
        const typed = folded(String(values.name ?? '')).replace(/^[#＃]/u, '');
        return typed === folded(wanted)
          ? erase(call, row)
          : ask(call, row, call.locale.t.privacy.notConfirmed({ type: wanted }));
      },
    }),
  },
};
