// Who can be picked on the web page: the members, and the channels each of them sees.

import type { File } from '../../src/chat/file.ts';
import { ROLES } from '../../src/domain/role.ts';
import { localeFor } from '../../src/locales/index.ts';
import { listIdentities, mayManage } from '../../src/store/member.ts';
import { listTeams } from '../../src/store/team.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { PLATFORM, TENANT, type WebPerson } from '../web/deps.ts';

/** The members the web page knows; admins see every team's channel. */
export const webPeople = (workspace: Workspace): WebPerson[] =>
  workspace.read((db) => {
    const teams = listTeams(db);
    const channels = teams.flatMap(({ id, name, channel }) =>
      channel?.kind === 'channel' && channel.platform === PLATFORM
        ? [{ teamId: id, channel: channel.channel, name }]
        : [],
    );
    return listIdentities(db, PLATFORM, TENANT).map(({ user, member }) => {
      const team = teams.find(({ id }) => id === member.teamId);
      return {
        user,
        name: member.name,
        role: member.role,
        team: team?.name ?? null,
        locale: localeFor(member.locale ?? team?.locale).tag,
        channels: channels
          .filter(({ teamId }) => member.role === 'admin' || teamId === member.teamId)
          .map(({ channel, name }) => ({ channel, name })),
      };
    });
  });

/** Whether a user of the web page may at this moment open a file that needs this role, and to manage this team. */
export const mayOpenFile = (workspace: Workspace, user: string, needs: File['needs']): boolean =>
  workspace.read((db) => {
    const found = listIdentities(db, PLATFORM, TENANT).find((one) => one.user === user);
    if (found === undefined) return false;
    const { member } = found;
    if (ROLES.indexOf(member.role) < ROLES.indexOf(needs.role)) return false;
    return needs.teamId === null || mayManage(member, needs.teamId);
  });
