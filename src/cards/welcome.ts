// The first words to somebody new.
import type { Action, Card } from '../chat/card.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

/** What the bot is for, which team the person is in, and three buttons to begin with. */
export const welcome = (who: {
  readonly locale: Locale;
  readonly me: { readonly name: string; readonly role: string };
  readonly team: { readonly name: string } | null;
}): Card => {
  const { locale, me, team } = who;
  const { common, followup, help } = locale.t;
  const actions: Action[] = [
    {
      label: followup.form.title,
      style: 'primary',
      intent: { command: 'followup', verb: 'form', args: {} },
    },
    { label: help.button, style: 'plain', intent: { command: 'help', verb: 'show', args: {} } },
  ];
  const place = team === null ? common.welcomeNoTeam : common.welcomeTeam({ team: team.name });
  return notice(
    locale,
    common.welcome({ name: me.name }),
    [common.welcomeText, me.role === 'admin' ? `${place} ${common.welcomeAdmin}` : place],
    'neutral',
    actions,
  );
};
