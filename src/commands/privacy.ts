// /privacy: what is stored about the asker, in counts, and who can see it.
import { z } from 'zod';
import { privacyCard } from '../cards/privacy.ts';
import { listAdmins } from '../store/member.ts';
import { storedAbout } from '../store/privacy.ts';
import { type Command, verb } from './command.ts';

/** Admins named to ask. */
const NAMED = 3;

export const privacy: Command = {
  name: 'privacy',
  aliases: { 隐私: '', 隱私: '' },
  role: 'rep',
  texts: (t) => t.privacy,

  grammar: () => ({ verb: 'show', args: {} }),

  verbs: {
    show: verb({
      effect: 'read',
      args: z.object({}),
      run: ({ db, me, locale }) => {
        const card = privacyCard(locale, {
          stored: storedAbout(db, me.id),
          optedOut: me.optedOut,
          admins: listAdmins(db, NAMED).map(({ name }) => name.slice(0, 60)),
        });
        return [{ kind: 'card', to: 'actor', card }];
      },
    }),
  },
};
