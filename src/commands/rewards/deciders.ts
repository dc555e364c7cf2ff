// Who is asked to decide on a member's wish: their team's managers, or the admins where those may not.
import { mayDecide } from '../../domain/recognition/reward.ts';
import { listAdmins, listTeamMembers, type Member } from '../../store/member.ts';
import type { Db } from '../../store/workspace.ts';

/** A team has one or two, a company a few admins; nobody wants a hundred messages. */
const ASKED = 20;

/** Those who are told of a wish of `asker`: managers of a rep's team if there are any, else admins. */
export const decidersFor = (db: Db, asker: Member): Member[] => {
  const managers =
    asker.teamId === null
      ? []
      : listTeamMembers(db, asker.teamId).filter(
          (one) => one.role === 'manager' && mayDecide(one, asker),
        );
  const admins = () => listAdmins(db, ASKED).filter((one) => mayDecide(one, asker));
  return (managers.length > 0 ? managers : admins()).slice(0, ASKED);
};
