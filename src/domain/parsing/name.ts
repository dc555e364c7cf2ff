// Whether a stretch of a line can be the name of a customer at all.
import { FIRST_NAMES } from './first-names.ts';
import { BRANDS, GENERIC } from './names.ts';
import type { Span } from './parsed.ts';
import { isEnglishWord, ZH_CUT } from './stop-words.ts';

const NO_NAME =
  /^(?:才(?![子华])|没|不|未(?!来)|已|还|说|觉得|表示|想(?!念)|要|需要|希望|因为?|由于|可能|应该|如果|正在|目前|现在|有点|吃(?:了|个|顿|饭)|喝(?:了|茶|酒|咖)|聊(?:了|得)|打(?:了|过|不)|被(?!服)|催了|通(?:了|过|完)|发了|问了|等了|很|太(?!古|平|原|极|阳)|非常|比较|等|再)/;

// 一个老(客户), 那家: a count and an adjective in front of a word for any customer.
const NO_ONE =
  /^(?:拜访|走访|联系|跑)?(?:(?:这|那|某|每|几|两|三|好几|一|\d+)(?:个|位|名|家|些|批)|某|该|此)(?:新|老|大|小|潜在|意向|重点|外地|本地|陌生)*$/;

/** Whether the stretch is a name: neither vocabulary nor a word for any customer. */
export const isName = (text: string, span: Span | null): span is Span => {
  if (span === null) return false;
  const name = text.slice(span.start, span.end);
  if (NO_ONE.test(name)) return false;
  if (NO_NAME.test(name) && !BRANDS.some((brand) => name.startsWith(brand))) return false;
  if (GENERIC.test(name) || /^[\d\s.,%-]+$/.test(name) || ZH_CUT.test(name)) {
    return BRANDS.includes(name);
  }
  if (/^[A-Za-z][\w'.-]*$/.test(name)) {
    return (
      !isEnglishWord(name) &&
      !(FIRST_NAMES.has(name.toLowerCase()) && /^[A-Z][a-z]+$/.test(name)) &&
      !/^[A-E]$/.test(name)
    );
  }
  return true;
};
