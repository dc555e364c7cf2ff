// Thanks that were given before a test begins, as rows: many of them, on any day.
import { instantOf } from '../../src/domain/time.ts';
import { kudos, kudosReceiver } from '../../src/store/schema/index.ts';
import { memberOf } from './book.ts';
import type { TestBot } from './bot.ts';

/** @param names giver first, then receivers */
export const thanked = (
  bot: TestBot,
  names: readonly string[],
  day: string,
  {
    reason = '帮我改完了报价单',
    value = null,
    nth = 1,
    times = 1,
  }: {
    readonly reason?: string;
    readonly value?: string | null;
    readonly nth?: number;
    readonly times?: number;
  } = {},
): Promise<unknown> => {
  const [giver, ...receivers] = names.map((name) => memberOf(bot, name));
  if (giver === undefined) throw new Error('nobody thanks');
  return bot.workspace.write((db) => {
    for (let n = 0; n < times; n += 1) {
      const { id } = db
        .insert(kudos)
        .values({
          giverId: giver.id,
          teamId: giver.teamId,
          reason,
          value,
          points: 1000,
          at: instantOf(day, '12:00', 'Asia/Shanghai'),
          day,
        })
        .returning()
        .get();
      for (const receiver of receivers) {
        db.insert(kudosReceiver)
          .values({ kudosId: id, memberId: receiver.id, nth: nth + n })
          .run();
      }
    }
  });
};
