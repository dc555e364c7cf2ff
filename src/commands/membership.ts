// Coming in: the first person of a workspace becomes its admin and gets a team, later ones join as reps.
import type { Profile, Target } from '../chat/platform.ts';
import type { Request } from '../chat/request.ts';
import { dayOf, isZone, type Zone } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { addAudit } from '../store/audit.ts';
import { addIdentity, addMember, countMembers, type Member } from '../store/member.ts';
import { installStandard } from '../store/standard.ts';
import { addTeam, listTeams, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';

/** Names are shown on cards and boards; longer ones would push everything else away. */
const MAX_NAME = 200;

const cleanName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, MAX_NAME);

const firstTeam = (
  db: Db,
  { place, at }: Request,
  locale: string | null,
  zone: Zone,
  home: Target | null,
): Team => {
  const { tag, t } = localeFor(locale);
  return addTeam(db, {
    name: t.common.defaultTeam,
    channel:
      place.kind === 'group'
        ? {
            kind: 'channel',
            platform: place.platform,
            tenant: place.tenant,
            channel: place.channel,
          }
        : home,
    zone,
    currency: tag === 'zh' ? 'CNY' : 'USD',
    locale: tag,
    calendar: tag === 'zh' ? 'cn' : 'weekends',
    postAt: '18:30',
    morningAt: '09:00',
    createdAt: at,
  });
};

/**
 * Makes a person a member. Only within a write.
 * @param profile what the platform knows of them
 * @param zone of a workspace nobody has set up yet, unless the profile names one
 * @param channel the first team's, on a platform where there is one from the start
 */
export const join = (
  db: Db,
  request: Request,
  profile: Profile | null,
  zone: Zone,
  channel: Target | null,
): Member => {
  const { actor, at } = request;
  const isFirst = countMembers(db) === 0;
  const home = profile?.zone !== undefined && isZone(profile.zone) ? profile.zone : zone;
  const spoken = actor.locale ?? profile?.locale ?? null;
  const teams = isFirst ? [firstTeam(db, request, spoken, home, channel)] : listTeams(db);
  const [only, ...others] = teams;
  const today = dayOf(at, only?.zone ?? home);
  if (isFirst) installStandard(db, '2000-01-01', at);
  const member = addMember(db, {
    name: cleanName(profile?.name ?? actor.name) || actor.user,
    role: isFirst ? 'admin' : 'rep',
    teamId: only !== undefined && others.length === 0 ? only.id : null,
    locale: spoken === null ? null : localeFor(spoken).tag,
    joinedOn: today,
  });
  addIdentity(db, actor, member.id);
  addAudit(db, {
    at,
    actorId: member.id,
    action: 'member.joined',
    subject: `member:${member.id}`,
    after: { role: member.role, teamId: member.teamId },
  });
  return member;
};
