// Who can be picked on the web page: the members, and the channels each of them sees.

import { localeFor } from '../../src/locales/index.ts';
import { listIdentities } from '../../src/store/member.ts';
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
