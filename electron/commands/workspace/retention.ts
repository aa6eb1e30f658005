import { retentionDays } from '../../../shared/domain/retention/retention.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { type RetentionView, setRetention, showRetention } from '../../usecases/retention/retention.ts';
import { sweep } from '../../usecases/retention/sweep.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { dayOrMoment, flag } from '../main/word.ts';

const say = phrases({
  days: [
    '订单结束 {days} 天后清除个人信息。',
    'Personal data goes {days} {days|day|days} after an order has ended.',
  ],
  never: ['个人信息一直保留。', 'Personal data is kept for ever.'],
  unchosen: [
    '还没有人选择：用 retention set 选定后，窗口打开时每天自动清除；现在只有 retention run 会清除。',
    'Nobody has chosen yet: once retention set has, an open window erases daily; until then only retention run does.',
  ],
  due: ['现在到期的订单：{orders}', 'Orders due now: {orders}'],
  dry: [
    '会清除 {erased} 个订单的个人信息，{files} 个文件。',
    'Would erase {erased} {erased|order|orders} and {files} {files|file|files}.',
  ],
  erased: [
    '已清除 {erased} 个订单的个人信息，删除 {files} 个文件。',
    'Erased the personal data of {erased} {erased|order|orders} and removed {files} {files|file|files}.',
  ],
  waiting: ['  保留 {orders} 单：{reason}', '  {orders} kept: {reason}'],
  unproven: [
    '电脑的时间比记录能证明的晚，按 {at} 计算。时间没错的话，用 --now 写明现在的时间。',
    'The clock runs ahead of what records prove, so {at} counts. If it is right, name the time with --now.',
  ],
});

/** `90`, `never`; what is neither is refused by the use case, in words. */
const days = {
  name: 'DAYS|never',
  read: (argument: string): number | 'never' | null => {
    if (argument === 'never' || argument === '一直保留') return 'never';
    return /^\d{1,5}$/.test(argument.trim()) ? Number(argument) : null;
  },
};

function waitingLines({ waiting }: Pick<RetentionView, 'waiting'>, language: Language): string[] {
  return waiting.map(({ reason, orders }) =>
    say(language, 'waiting', { orders, reason: wordFor(language, 'keptFor', reason) }),
  );
}

function viewOf(view: RetentionView, language: Language) {
  const { days, isChosen, now, isProven, due, waiting } = view;
  const human = [
    days === null ? say(language, 'never') : say(language, 'days', { days }),
    ...(isChosen ? [] : [say(language, 'unchosen')]),
    ...(isProven ? [] : [say(language, 'unproven', { at: localTime(now) })]),
    say(language, 'due', { orders: due }),
    ...waitingLines(view, language),
  ];
  const { least, most } = retentionDays;
  const json = { days, isChosen, least, most, now: isoTime(now), isClockProven: isProven, due, waiting };
  return report(json, human);
}

export const retentionCommands: readonly Command[] = [
  command({
    name: 'retention show',
    zh: '显示个人信息保留多久，现在有多少订单到期、其他订单为什么保留',
    en: 'show how long personal data is kept, how many orders are due now and why others are kept',
    access: 'seeWork',
    run: async ({ workspace, language }) => viewOf(await showRetention(workspace), language),
  }),
  command({
    name: 'retention set',
    zh: '设定订单结束多少天后清除个人信息（30 到 1095 天，或 never 一直保留）；设定后每天自动清除',
    en: 'set after how many days finished orders lose their personal data (30 to 1095, or never); from then on daily',
    access: 'changeSettings',
    begins: true,
    operands: [days],
    async run({ workspace, language, operands: [keptDays] }) {
      unwrap(await setRetention(workspace, keptDays === 'never' ? null : keptDays));
      return viewOf(await showRetention(workspace), language);
    },
  }),
  command({
    name: 'retention run',
    zh: '现在清除到期订单的个人信息，留记录；--dry-run 只计数，--now 写明现在的时间',
    en: 'erase the personal data of orders that are due now, which is recorded; --dry-run only counts, --now names the time',
    access: 'changeSettings',
    options: { now: dayOrMoment('ISO'), 'dry-run': flag },
    async run({ workspace, language, signal, options }) {
      const { now: givenNow, 'dry-run': isDryRun } = options;
      const swept = unwrap(await sweep(workspace, { now: givenNow, isDryRun, signal }));
      const { now, isProven, endedBefore, erased, waiting, files, days } = swept;
      const human = [
        ...(days === null ? [say(language, 'never')] : []),
        ...(isProven ? [] : [say(language, 'unproven', { at: localTime(now) })]),
        say(language, isDryRun ? 'dry' : 'erased', { erased, files }),
        ...waitingLines(swept, language),
      ];
      const olderThan = isoTime(endedBefore);
      const facts = { now: isoTime(now), isClockProven: isProven, days, olderThan };
      return report({ ...facts, erased, waiting, files, dryRun: isDryRun }, human);
    },
  }),
];
