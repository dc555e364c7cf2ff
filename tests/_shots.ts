import { mkdirSync } from 'node:fs';
import { sharedBrowser, closeBrowser } from './support/browser.ts';
import { createStub } from './adapters/web/stub.ts';
import { serveWeb } from './adapters/web/serve.ts';
mkdirSync('/tmp/genjin-shots', { recursive: true });
const b = await sharedBrowser();
for (const [lang, user] of [['zh','lin-xiaoyu'],['en','maya']] as const) for (const theme of ['light','dark'] as const) for (const width of [1280, 390]) {
  const stub = createStub(); const s = await serveWeb(stub.web);
  const ctx = await b.newContext({ viewport: { width, height: width===390?844:800 }, colorScheme: theme, locale: lang==='zh'?'zh-CN':'en-GB', deviceScaleFactor: width===390?2:1, hasTouch: width===390, isMobile: width===390 });
  const page = await ctx.newPage();
  page.on('console', m => !/inline style/.test(m.text())&&console.log('console', m.text())); page.on('pageerror', e => console.log('pageerror', e.message));
  const shot = async (n: string) => { await page.evaluate(()=>document.fonts.ready.then(()=>1)); await page.waitForTimeout(250); await page.screenshot({ path: `/tmp/genjin-shots/${n}-${lang}-${theme}-${width}.png` }); };
  await page.addInitScript(`sessionStorage.setItem('genjin.as','${user}')`);
  await page.goto(s.url); await page.waitForSelector('.empty');
  await shot('empty');
  const say = async (t: string) => { await page.fill('#line', t); await page.press('#line','Enter'); await page.waitForSelector('.pending', {state:'detached'}); await page.waitForTimeout(150); };
  await page.fill('#line', '/'); await page.waitForTimeout(100); await shot('suggest'); await page.press('#line','Escape');
  await say(lang==='zh'?'/跟进 星河科技 电话沟通，意向很强，要报价，金额12万，周五再联系':'/followup Called Northwind, very interested, wants a quote, 120,000, next step Friday');
  await shot('followup');
  await say('/score'); await shot('score');
  await page.evaluate(()=>{document.querySelector('.scroller')!.scrollTop=0}); 
  await page.getByRole('button', { name: lang==='zh'?'修改':'Fix' }).click(); await page.waitForSelector('dialog'); await shot('form'); await page.keyboard.press('Escape');
  if (width===390) { await page.click('.menu'); await shot('drawer'); await page.click('.place >> nth=0'); } else await page.click('.place >> nth=0');
  await page.waitForTimeout(200);
  await say(lang==='zh'?'大家今天都辛苦了，晚上看榜！':'Great work today everyone, see you at the board!');
  await page.click('.clock'); await shot('clock');
  await page.click('.clocks .primary'); await page.waitForSelector('.celebrate'); await page.waitForTimeout(300); await shot('board');
  await page.evaluate(()=>{document.querySelector('.scroller')!.scrollTop=0}); await shot('board-top');
  if (width===1280) { await page.click('.switcher > .person'); await shot('people'); }
  await ctx.close(); await s.close(); stub.web.close();
}
await closeBrowser();
