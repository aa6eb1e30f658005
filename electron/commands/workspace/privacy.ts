import { type PersonView, personViewSchema } from '../../../shared/contracts/retention/retention.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { maskReply } from '../../privacy/maskReply.ts';
import { erasePerson } from '../../usecases/retention/erasePerson.ts';
import { findPerson } from '../../usecases/retention/person.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, phrases } from '../main/phrases.ts';
import { text } from '../main/word.ts';

const say = phrases({
  head: [
    '{phone}（编号 {code}）：{total} 个订单，现在可以清除 {free} 个。',
    '{phone} (code {code}): {total} {total|order|orders}, {free} of them can be erased now.',
  ],
  erasedAt: ['这个号码上次清除：{day}', 'This number was last erased on {day}'],
  order: ['  {orderNo}  {name}  {state}  {day}', '  {orderNo}  {name}  {state}  {day}'],
  kept: ['保留：{reason}，{until}可清除', 'kept: {reason}; goes {until}'],
  latest: ['（最迟 {day}）', ' (by {day} at the latest)'],
  more: ['  另有 {count} 个更早的订单', '  {count} earlier {count|order|orders} more'],
  others: [
    '同号、分机不同的订单 {count} 个，是别人的，没有算进来；要查就连分机一起写。',
    '{count} {count|order|orders} under this number with another extension {count|is|are} of other people and not counted; name the extension to ask about one.',
  ],
  named: [
    '别人的订单里写到这个号码：{count} 个，清除时打码。',
    'Named in {count} {count|order|orders} of others, where erasing masks it.',
  ],
  namedKept: [
    '其中 {count} 个还没结束，号码暂时留着，结束后要再清除一次。',
    '{count} of them {count|is|are} not over and {count|keeps|keep} it for now: erase once more then.',
  ],
  things: [
    '地址记忆 {addresses} 条，草稿 {drafts} 份，面单图片 {labels} 个，结果文件 {results} 个。',
    'Remembered addresses: {addresses} · drafts: {drafts} · drawn labels: {labels} · result files: {results}.',
  ],
  result: [
    '结果文件 {name} 写有这个号码：订单全部办完后再清除一次，文件会一起删除。',
    'Result file {name} holds the number: erase once more when all orders are over, and it goes too.',
  ],
  backup: ['备份 {name}：可能还有，{goes}', 'Backup {name} may still hold it: {goes}'],
  byDay: ['程序常用的话，{day} 前自动淘汰', 'in regular use the schedule drops it by {day}'],
  byHand: ['不会自动删除，要人来删', 'kept until somebody removes it'],
  server: [
    '订单簿在服务器上：服务器自己的备份由管服务器的人处理。',
    'The book lies on a server: whoever runs it looks after its backups.',
  ],
  benches: [
    '另有 {count} 个工作台，断网用的副本会在它们下次联网时更新。',
    '{count} other {count|bench keeps|benches keep} copies for when the server is away; they are renewed when {count|it is|they are} next connected.',
  ],
  aside: [
    'set-aside 文件夹里有 {count} 份恢复或搬家前的旧工作区，也可能有；不需要了请删除。',
    'The set-aside folder holds {count} former {count|workspace|workspaces} that may hold it too; remove what is not needed.',
  ],
  exports: [
    '从第一个订单起生成过 {count} 个含收件人的文件；拿到别处的程序删不到（见 audit list --group personal）。',
    '{count} {count|file|files} with receivers {count|was|were} written since the first order; what was taken elsewhere is out of reach (audit list --group personal).',
  ],
  erased: [
    '已清除 {erased} 个订单的个人信息、{addresses} 条地址记忆、{drafts} 份草稿，从 {changed} 个别人的订单里去掉了号码，删除 {files} 个文件。',
    'Erased the person from {erased} {erased|order|orders}, {addresses} remembered {addresses|address|addresses} and {drafts} {drafts|draft|drafts}, took the number out of {changed} {changed|order|orders} of others and removed {files} {files|file|files}.',
  ],
  left: [
    '还有 {total} 个订单要留到办完，以后每天检查，能清除时自动清除：',
    '{total} {total|order is|orders are} still needed; each goes automatically once it is not, which is looked at daily:',
  ],
  nothingLeft: ['没有留下这个人的订单。', 'No order keeps this person.'],
});

function orderLine(
  { orderNo, name, state, createdAt, keptFor, until }: PersonView['orders'][number],
  language: Language,
): string {
  const line = say(language, 'order', {
    orderNo,
    name,
    state: wordFor(language, 'order', state),
    day: shopDate(createdAt),
  });
  if (keptFor === null) return line;
  const reason = wordFor(language, 'keptFor', keptFor);
  const kept = say(language, 'kept', { reason, until: wordFor(language, 'keptUntil', keptFor) });
  return `${line}  ${kept}${until === null ? '' : say(language, 'latest', { day: shopDate(until) })}`;
}

function orderLines({ orders, total }: PersonView, language: Language): string[] {
  const more = total - orders.length;
  return [
    ...orders.map((one) => orderLine(one, language)),
    ...(more > 0 ? [say(language, 'more', { count: more })] : []),
  ];
}

/** Where the program does not reach, and until when. */
function elsewhereLines(view: PersonView, language: Language): string[] {
  const { otherExtensions, named, namedKept, results, backups, isOnServer, otherBenches } = view;
  const { setAside, exports, free, total } = view;
  const counted = (key: 'others' | 'named' | 'namedKept' | 'benches' | 'aside' | 'exports', count: number) =>
    count === 0 ? [] : [say(language, key, { count })];
  return [
    ...counted('others', otherExtensions),
    ...counted('named', named),
    ...counted('namedKept', namedKept.length),
    ...(free < total ? results.map((name) => say(language, 'result', { name })) : []),
    ...backups.map(({ name, goesBy }) =>
      say(language, 'backup', {
        name,
        goes: goesBy === null ? say(language, 'byHand') : say(language, 'byDay', { day: shopDate(goesBy) }),
      }),
    ),
    ...(isOnServer ? [say(language, 'server')] : []),
    ...counted('benches', otherBenches),
    ...counted('aside', setAside),
    ...counted('exports', exports),
  ];
}

const timeOf = (at: number | null): string | null => (at === null ? null : isoTime(at));

function jsonOf({ orders, namedKept, backups, erasedAt, ...view }: PersonView) {
  const told = (kept: PersonView['orders']) =>
    kept.map(({ createdAt, until, ...one }) => ({
      ...one,
      createdAt: isoTime(createdAt),
      until: timeOf(until),
    }));
  return {
    ...view,
    orders: told(orders),
    namedKept: told(namedKept),
    erasedAt: timeOf(erasedAt),
    backups: backups.map(({ madeAt, goesBy, ...one }) => ({
      ...one,
      madeAt: timeOf(madeAt),
      goesBy: timeOf(goesBy),
    })),
  };
}

const masked = (view: PersonView) => maskReply(personViewSchema, view) as PersonView;

/** Whoever wants it on a machine that others see types it where it is asked for, in the window. */
const operands = [text('PHONE')] as const;
const access = ['changeSettings', 'seePersonalData'] as const;

export const privacyCommands: readonly Command[] = [
  command({
    name: 'privacy find',
    zh: '列出保存的与一个电话号码有关的全部信息（打码），哪些现在可以清除、哪些为什么要留；--why 写明原因，留记录',
    en: 'list all that is kept about one phone number, masked: what can be erased now, and why the rest is kept; recorded, with the reason of --why',
    access,
    operands,
    options: { why: text('TEXT') },
    async run({ workspace, language, operands: [phone], options: { why = '' } }) {
      const view = masked(unwrap(await findPerson(workspace, { phone, reason: why })));
      const { erasedAt, addresses, drafts, labels, results } = view;
      const human = [
        say(language, 'head', { ...view }),
        ...(erasedAt === null ? [] : [say(language, 'erasedAt', { day: shopDate(erasedAt) })]),
        ...orderLines(view, language),
        say(language, 'things', { addresses, drafts, labels, results: results.length }),
        ...elsewhereLines(view, language),
      ];
      return report(jsonOf(view), human);
    },
  }),
  command({
    name: 'privacy erase',
    zh: '应本人要求清除一个电话号码的个人信息：结束的订单立即清除，没结束的办完后自动清除；--why 写明原因，留记录',
    en: 'erase a person by phone number at their request: at once where orders are over, the rest automatically once it is; recorded, with the reason of --why',
    access,
    operands,
    options: { why: text('TEXT') },
    async run({ workspace, language, operands: [phone], options: { why = '' } }) {
      const { left: inFull, ...counts } = unwrap(await erasePerson(workspace, { phone, reason: why }));
      const left = masked(inFull);
      const { total } = left;
      const human = [
        say(language, 'erased', counts),
        total === 0 ? say(language, 'nothingLeft') : say(language, 'left', { total }),
        ...orderLines(left, language),
        ...elsewhereLines(left, language),
      ];
      return report({ ...counts, left: jsonOf(left) }, human, total > 0);
    },
  }),
];
