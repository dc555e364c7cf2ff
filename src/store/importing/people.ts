// Teams and members that come from elsewhere.
import { Fault, quoted } from '../../domain/importing/fault.ts';
import type { Role } from '../../domain/role.ts';
import { dayOf } from '../../domain/time.ts';
import { addAudit } from '../audit.ts';
import { addIdentity, addMember, changeMember, findMember } from '../member.ts';
import { addTeam, changeTeam } from '../team.ts';
import { given, type Keeper, notNull } from './keeper.ts';
import { idOfTeamNamed, idsOfMembersNamed, type Scope, USUAL } from './scope.ts';

/** Everyone is a rep; who is more, or no longer, stands in the trail. */
const noteRole = ({ db, now }: Scope, memberId: number, before: Role | null, after: Role): void => {
  if (after === (before ?? 'rep')) return;
  const subject = `member:${memberId}`;
  addAudit(db, { at: now, actorId: null, action: 'member.role', subject, before, after });
};

export const team: Keeper<'team'> = {
  plan(scope, values, rowId, byName) {
    const { db, defaults, now, home } = scope;
    const named = idOfTeamNamed(db, values.name);
    if (named !== undefined && named !== rowId) {
      const isFree = scope.externalIdOf('team', named) === undefined;
      if (rowId === null && byName && isFree) return { adopted: named, write: () => named };
      return new Fault(
        'name_taken',
        `there is another team called ${quoted(values.name)}; to mean that one, say "match": "name"`,
      );
    }
    return {
      write() {
        scope.forget('team');
        if (rowId !== null) {
          changeTeam(db, rowId, notNull(values));
          return rowId;
        }
        const { id } = addTeam(db, {
          name: values.name,
          channel: null,
          zone: values.zone ?? defaults.zone,
          currency: values.currency ?? defaults.currency,
          locale: values.locale ?? defaults.locale,
          calendar: values.calendar ?? defaults.calendar,
          postAt: values.postAt ?? defaults.postAt ?? USUAL.postAt,
          morningAt: values.morningAt ?? defaults.morningAt ?? USUAL.morningAt,
          posts: values.posts ?? true,
          createdAt: now,
        });
        if (home !== null) changeTeam(db, id, { channel: home.channel(id) });
        return id;
      },
    };
  },
};

export const member: Keeper<'member'> = {
  plan(scope, values, rowId, byName) {
    const { db, defaults, now, home } = scope;
    if (rowId === null && byName) {
      const [id, another] = idsOfMembersNamed(db, values.name);
      if (another !== undefined) {
        return new Fault(
          'ambiguous_name',
          `several members are called ${quoted(values.name)}; which one is meant cannot be said`,
        );
      }
      const isFree = id !== undefined && scope.externalIdOf('member', id) === undefined;
      if (isFree) return { adopted: id, write: () => id };
    }
    const own = values.team ? scope.team(values.team) : null;
    if (own instanceof Fault) return own;
    const manager = values.manager ? scope.member(values.manager) : null;
    if (manager instanceof Fault) return manager;
    const teamId = own?.id ?? manager?.teamId ?? null;
    return {
      write() {
        scope.forget('member');
        const role = values.role ?? 'rep';
        if (rowId === null) {
          const { id } = addMember(db, {
            name: values.name,
            role,
            teamId,
            locale: values.locale ?? null,
            joinedOn: values.joinedOn ?? dayOf(now, own?.zone ?? manager?.zone ?? defaults.zone),
            leftOn: values.leftOn ?? null,
            seller: values.seller ?? role === 'rep',
          });
          if (home !== null) addIdentity(db, home.person(id), id);
          noteRole(scope, id, null, role);
          return id;
        }
        const before = findMember(db, rowId);
        if (before !== undefined && values.role) noteRole(scope, rowId, before.role, values.role);
        const { locale, leftOn } = given(values);
        changeMember(db, rowId, {
          name: values.name,
          ...(own === null && manager === null ? {} : { teamId }),
          ...notNull({ role: values.role, joinedOn: values.joinedOn, seller: values.seller }),
          ...given({ locale, leftOn }),
        });
        return rowId;
      },
    };
  },
};
