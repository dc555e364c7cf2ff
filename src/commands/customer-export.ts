// /customer export: the customers one may see, as a file.
import { z } from 'zod';
import { notice } from '../cards/notice.ts';
import type { Role } from '../domain/role.ts';
import type { Sight } from '../store/customer.ts';
import { customerTable } from '../store/customer-table.ts';
import { type Call, verb } from './command.ts';
import { cutTable, noteExport } from './exported.ts';

/** Whether a line asks for the file; a customer of that name is found by more of the name. */
export const isExport = (line: string): boolean => /^(?:export|csv|导出|匯出|導出)$/iu.test(line);

/** Reps their own, managers their team's, admins all. A manager without a team has their own. */
const sightFor = ({ me }: Call): Sight & { readonly role: Role } => {
  const teamId = me.role === 'manager' ? me.teamId : null;
  const all = me.role === 'admin';
  return {
    memberId: me.id,
    all,
    teamId,
    role: all ? 'admin' : teamId === null ? 'rep' : 'manager',
  };
};

export const customerExport = verb({
  effect: 'write',
  args: z.object({}),
  run: (call) => {
    const { db, locale, me } = call;
    const { t, format } = locale;
    const sight = sightFor(call);
    const { table, cut } = cutTable(customerTable(db, sight));
    const rows = table.rows.length;
    if (rows === 0) {
      const card = notice(locale, t.customer.exportEmpty, [t.customer.exportEmptyHint]);
      return [{ kind: 'card', to: 'actor', card }];
    }
    const subject =
      sight.teamId === null
        ? sight.all
          ? 'workspace'
          : `member:${me.id}`
        : `team:${sight.teamId}`;
    noteExport(call, subject, { what: 'customers', rows });
    const n = format.number(rows);
    return [
      {
        kind: 'file',
        file: {
          locale: t.formatTag,
          title: t.customer.exportTitle[sight.role],
          text:
            cut === 0
              ? t.customer.exportText({ n })
              : t.customer.exportCut({ n, cut: format.number(cut) }),
          table,
          needs: { role: sight.role, teamId: sight.teamId },
        },
      },
    ];
  },
});
