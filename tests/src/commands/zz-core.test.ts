import { it } from 'vitest';
import { testBot, textOf } from '../../support/bot.ts';
const LINES: [string,string][] = [
 ['li','/followup 给晨光科技张总打了电话，聊了25分钟，意向A，报价15万，明天下午3点去演示'],
 ['bob','/followup Called Acme Corp, spoke with Jane 20 min, grade A, quoted $15k, demo tomorrow 3pm'],
 ['li','晨光科技张总微信聊了下，下周二再打电话'],
 ['li','/跟进晨光科技，报价10-15万，下周给方案'],
 ['li','跟进晨光科技，电话，明天下午送合同'],
 ['li','/跟進 晨光科技 拜訪，傍晚再联系'],
 ['bob','/followup Acme Corp paid $5,000 on 3/4'],
 ['bob','/followup met Acme on 3/4, follow up 4/5'],
 ['li','/followup 拜访了晨光科技，报价¥15000'],
 ['dan','/followup Visited Initech, quoted ¥15000, next call Friday'],
 ['li','/followup 晨光科技 回款 5万'],
 ['li','/followup 成交 晨光科技 20万'],
 ['li','/followup 打了电话聊得不错'],
 ['li','/folowup x'], ['li','/'], ['li','／ｆｏｌｌｏｗｕｐ due'], ['li','/待跟进 张总'],['li','/followup list'],['li','/followup next'],['li','/followup constructor'],
 ['li','/score'],['li','/score why'],['li','/score why 跟进次数'],['li','/score rank'],['li','/leaderboard'],['bob','/leaderboard month'],
];
it('x', async () => {
  const bot = await testBot();
  for (const [u,l] of LINES) {
    bot.now += 120_000;
    const r = await bot.say(u,l);
    console.log('>>>',u,l,'\n'+r.map(x=>x.kind==='form'?'FORM '+x.form.title+JSON.stringify(x.form.inputs.map(i=>[i.name,i.value])):x.kind+' '+textOf(x.card)+'\n  S: '+x.card.summary).join('\n'));
  }
  console.log(bot.faults);
  await bot.close();
});
