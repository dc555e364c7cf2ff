// What must hold of every card and form, whoever built it and in whichever language.
import type { Action, Card } from '../../../src/chat/card.ts';
import type { File } from '../../../src/chat/file.ts';
import type { Form } from '../../../src/chat/form.ts';
import { encodeIntent, type Intent } from '../../../src/chat/intent.ts';
import type { Reply } from '../../../src/chat/request.ts';
import { COMMANDS } from '../../../src/commands/index.ts';
import { assertNever } from '../../../src/errors.ts';
import { LOCALE_TAGS, type LocaleTag, localeFor } from '../../../src/locales/index.ts';
import { actionsOf, textOf } from '../../support/bot.ts';

/** Names that are the same in every language, and currencies as they are written beside each other. */
const BRANDS =
  /Genjin|genjin pulse verify|eNPS|Net Promoter|NPS|Bain & Company, Inc\.|NICE Systems, Inc\.|Fred Reichheld|Welch|English|Asia[/ ]Shanghai|America[/ ]New[_ ]York|(?:US|HK|CA|AU)\$|(?:JP|CN)¥/gu;
/** What is typed: a slash command with its words, as examples and hints have it. */
const TYPED = /[/／][a-z]+(?: [^\s，。；]+)*/gu;
const CURRENCIES = /\b(?:CNY|USD|EUR|JPY|GBP|HKD)\b/gu;
const GRADES = /(?<![A-Za-z])[A-E](?![A-Za-z])/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Keys, and values that were never meant to be read. */
const RAW =
  /undefined|NaN|\[object|\bnull\b|Infinity|\bfalse\b|\btrue\b|[a-z]+_[a-z_]+\b|\bcustom:|[a-z]+\.[a-z]+\.[a-z]+/u;

/** Everything a reader may see of a form, a line a part. */
const formText = (form: Form): string =>
  [
    form.title,
    form.submit,
    form.cancel,
    form.intro ?? '',
    ...form.inputs.flatMap((input) => [
      input.label,
      input.hint ?? '',
      'placeholder' in input ? (input.placeholder ?? '') : '',
      ...('options' in input ? input.options.map(({ label }) => label) : []),
    ]),
    ...Object.values(form.errors ?? {}),
  ].join('\n');

/** Words of other languages that a card of any language may name: languages and the aliases of commands. */
const FOREIGN = ['中文', ...COMMANDS.flatMap(({ aliases }) => Object.keys(aliases))];
/** Languages are named in themselves. */
const LANGUAGES = LOCALE_TAGS.map((tag) => localeFor(tag).t.name);

/** How each command is typed, as the help has it: sub-commands are words to type. */
const usages = (tag: LocaleTag): string[] =>
  COMMANDS.map(({ texts }) => texts(localeFor(tag).t).usage);

const wordsIn = (tag: LocaleTag, text: string, typed: readonly string[]): string[] => {
  let left = text;
  for (const own of [...typed, ...usages(tag), ...LANGUAGES, ...(tag === 'zh' ? [] : FOREIGN)].sort(
    (a, b) => b.length - a.length,
  ))
    left = left.replaceAll(own, ' ');
  const problems: string[] = [];
  const raw = RAW.exec(left.replace(TYPED, ' '));
  if (raw !== null)
    problems.push(`raw: ${raw[0]} in ${left.slice(Math.max(0, raw.index - 30), raw.index + 40)}`);
  if (tag !== 'zh') {
    const found = CJK.exec(left);
    if (found !== null)
      problems.push(
        `Chinese in a card of another language: ${left.slice(Math.max(0, found.index - 20), found.index + 20)}`,
      );
  } else {
    const rest = left
      .replace(BRANDS, ' ')
      .replace(TYPED, ' ')
      .replace(CURRENCIES, ' ')
      .replace(GRADES, ' ');
    const found = /[A-Za-z]{2,}/u.exec(rest);
    if (found !== null)
      problems.push(
        `English in a Chinese card: ${found[0]} in ${rest.slice(Math.max(0, found.index - 20), found.index + 30)}`,
      );
  }
  return problems;
};

/** Whether the button or form means something when it comes back. */
const intentProblems = (intent: Intent): string[] => {
  try {
    const decoded: unknown = JSON.parse(encodeIntent(intent));
    const expected = [intent.command, intent.verb, intent.args];
    if (JSON.stringify(decoded) !== JSON.stringify(expected)) return ['intent does not come back'];
  } catch (error) {
    return [`intent: ${String(error)}`];
  }
  const command = COMMANDS.find(({ name }) => name === intent.command);
  if (command === undefined) return [`intent of no command: ${intent.command}`];
  const verb = Object.hasOwn(command.verbs, intent.verb) ? command.verbs[intent.verb] : undefined;
  if (verb === undefined) return [`intent of no verb: ${intent.command} ${intent.verb}`];
  const parsed = verb.args.safeParse(intent.args);
  return parsed.success ? [] : [`intent args: ${intent.verb} ${JSON.stringify(intent.args)}`];
};

const actionProblems = ({ label, intent }: Action): string[] => [
  ...(label.trim() === '' ? ['a button without a label'] : []),
  ...intentProblems(intent),
];

const blockProblems = (card: Card): string[] =>
  card.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'rows':
        return block.rows.every((row) => row.length === block.columns.length)
          ? []
          : ['a row with other cells than columns'];
      case 'progress':
        return Number.isFinite(block.ratio) && block.ratio >= 0 ? [] : [`ratio ${block.ratio}`];
      case 'chart':
        return block.chart.series.every(({ values }) => values.length === block.chart.labels.length)
          ? []
          : ['a series with other values than labels'];
      case 'fields':
        return block.fields.length > 0 ? [] : ['a block of no fields'];
      case 'actions':
        return block.actions.length > 0 ? [] : ['a block of no buttons'];
      default:
        return [];
    }
  });

const isPlainJson = (value: unknown): boolean =>
  JSON.stringify(JSON.parse(JSON.stringify(value))) === JSON.stringify(value) &&
  !JSON.stringify(value, (_key, part: unknown) => (part === undefined ? '<gone>' : part)).includes(
    '"<gone>"',
  );

/** What is wrong with a card. @param typed words of people, in whatever language they like */
export const cardProblems = (tag: LocaleTag, card: Card, typed: readonly string[]): string[] => [
  ...(card.title.trim() === '' ? ['no title'] : []),
  ...(card.summary.trim() === '' ? ['no summary'] : []),
  ...(card.locale.startsWith(tag) ? [] : [`locale ${card.locale}`]),
  ...wordsIn(tag, textOf(card), typed),
  ...wordsIn(tag, card.summary, typed),
  ...blockProblems(card),
  ...actionsOf(card).flatMap(actionProblems),
  ...(isPlainJson(card) ? [] : ['does not survive JSON']),
];

/** What is wrong with a form. */
export const formProblems = (tag: LocaleTag, form: Form, typed: readonly string[]): string[] => {
  const names = form.inputs.map(({ name }) => name);
  return [
    ...wordsIn(tag, formText(form), typed),
    ...(new Set(names).size === names.length ? [] : ['two inputs of one name']),
    ...Object.keys(form.errors ?? {}).flatMap((name) =>
      names.includes(name) ? [] : [`an error at no input: ${name}`],
    ),
    ...form.inputs.flatMap((input) =>
      input.kind === 'choice' &&
      input.value !== undefined &&
      !input.options.some(({ value }) => value === input.value)
        ? [`${input.name} starts with no option: ${input.value}`]
        : [],
    ),
    ...intentProblems(form.intent),
    ...(isPlainJson(form) ? [] : ['does not survive JSON']),
  ];
};

/** What is wrong with a file. Its columns are for scripts, the same in every language. */
const fileProblems = (tag: LocaleTag, file: File, typed: readonly string[]): string[] => [
  ...(file.title.trim() === '' || file.text.trim() === '' ? ['no title or text'] : []),
  ...(file.locale.startsWith(tag) ? [] : [`locale ${file.locale}`]),
  ...wordsIn(tag, `${file.title}\n${file.text}`, typed),
  ...(/^[A-Za-z0-9-]+$/.test(file.table.name) ? [] : [`file name ${file.table.name}`]),
  ...(file.table.rows.length > 0 ? [] : ['an empty file']),
  ...(file.table.rows.every((row) => row.length === file.table.columns.length)
    ? []
    : ['a row with other cells than columns']),
  ...(isPlainJson(file) ? [] : ['does not survive JSON']),
];

/** What is wrong with a reply of any kind. */
export const replyProblems = (tag: LocaleTag, reply: Reply, typed: readonly string[]): string[] => {
  switch (reply.kind) {
    case 'form':
      return formProblems(tag, reply.form, typed);
    case 'file':
      return fileProblems(tag, reply.file, typed);
    case 'card':
    case 'replace':
      return cardProblems(tag, reply.card, typed);
    default:
      return assertNever(reply);
  }
};
