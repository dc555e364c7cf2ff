// The web page as the home of a workspace: its channels, and how imported people are known there.
import type { Target } from '../../src/chat/platform.ts';
import type { Home } from '../../src/store/importing/scope.ts';
import { PLATFORM, TENANT } from '../web/deps.ts';

/** The channel of a team on the web page. */
export const webChannel = (name: string): Target => ({
  kind: 'channel',
  platform: PLATFORM,
  tenant: TENANT,
  channel: name,
});

export const WEB_HOME: Home = {
  person: (memberId) => ({ platform: PLATFORM, tenant: TENANT, user: `member-${memberId}` }),
  channel: (teamId) => webChannel(`team-${teamId}`),
};
