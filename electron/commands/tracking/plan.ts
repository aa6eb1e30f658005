import type { TrackingPlanView } from '../../../shared/contracts/tracking/trackingPlan.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { setPerDay } from '../../usecases/tracking/budgets.ts';
import { readTrackingPlan } from '../../usecases/tracking/trackingPlan.ts';
import { account } from '../accounts/account.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { required } from '../main/word.ts';

const say = phrases({
  limited: [
    '{names}：每天 {perDay} 次（{source}），今天已用 {used} 次（其中人工 {people} 次），剩 {left} 次，给人工留 {reserved} 次。',
    '{names}: {perDay} {perDay|query|queries} a day ({source}); today {used} used ({people} by people), {left} left, {reserved} kept for people.',
  ],
  unlimited: [
    '{names}：没有已知的每天次数上限，今天已用 {used} 次（其中人工 {people} 次）。',
    '{names}: no daily limit is known; today {used} used ({people} by people).',
  ],
  own: ['自己设置', 'set here'],
  free: ['平台免费额度', 'free plan of the platform'],
  ended: [
    '  平台 {at} 说今天的次数已用完，明天继续。',
    '  At {at} the platform said that today’s queries are used up; it goes on tomorrow.',
  ],
  due: [
    '  现在到期 {now} 个（{groups}），今天共 {today} 个。',
    '  Due now: {now} ({groups}); today in all: {today}.',
  ],
  later: ['  现在没有到期的，今天晚些时候 {today} 个。', '  Nothing is due now; later today: {today}.'],
  over: [
    '  今天的次数不够，{count} 个要等到明天；全部查一遍要 {days} 天。',
    '  Today’s queries are not enough: {count} {count|parcel waits|parcels wait} until tomorrow; asking each once takes {days} {days|day|days}.',
  ],
  stopped: ['不再查询 {count} 个：{why}', 'No longer asked for, {count}: {why}'],
  clock: [
    '电脑时钟被往回调过：以后日期里计的次数已算到今天。',
    'This computer’s clock was set back: queries counted for later days count today.',
  ],
  none: ['还没有账号，没有可以查询的平台。', 'There is no account, so no platform can be asked.'],
});

function planLines({ meters, stopped, isClockBack }: TrackingPlanView, language: Language): string[] {
  const lines = meters.flatMap((meter) => {
    const { perDay, used, usedByPeople: people, endedAt, dueNow, dueToday, leftOver, reserved } = meter;
    const names = meter.accounts.map(({ accountName }) => accountName).join(', ');
    const source = say(language, meter.isOwn ? 'own' : 'free');
    const groups = meter.due.map(({ group, count }) => `${wordFor(language, 'askGroup', group)} ${count}`);
    return [
      perDay === null
        ? say(language, 'unlimited', { names, used, people })
        : say(language, 'limited', { names, perDay, source, used, people, left: meter.left ?? 0, reserved }),
      ...(endedAt === null ? [] : [say(language, 'ended', { at: localTime(endedAt) })]),
      ...(dueToday === 0
        ? []
        : [
            say(language, dueNow === 0 ? 'later' : 'due', {
              now: dueNow,
              today: dueToday,
              groups: groups.join(language === 'en' ? ', ' : '、'),
            }),
          ]),
      ...(leftOver === 0 ? [] : [say(language, 'over', { count: leftOver, days: meter.days ?? '?' })]),
    ];
  });
  return [
    ...(meters.length === 0 ? [say(language, 'none')] : lines),
    ...stopped.map(({ reason, count }) =>
      say(language, 'stopped', { count, why: wordFor(language, 'stopReason', reason) }),
    ),
    ...(isClockBack ? [say(language, 'clock')] : []),
  ];
}

/** Machines read UTC with its zone. */
function planJson({ meters, now, ...plan }: TrackingPlanView) {
  return {
    ...plan,
    now: isoTime(now),
    meters: meters.map(({ endedAt, nextDayAt, ...meter }) => ({
      ...meter,
      endedAt: isoTime(endedAt),
      nextDayAt: isoTime(nextDayAt),
    })),
  };
}

/** A whole number, or the word for going back to what the platform gives for nothing. */
const perDayWord = {
  name: 'N|default',
  read: (argument: string): number | 'default' | null =>
    argument === 'default' ? argument : /^\d{1,7}$/.test(argument) ? Number(argument) : null,
};

export const planCommands: readonly Command[] = [
  command({
    name: 'track plan',
    zh: '显示查询计划：今天的次数、到期的单号、要等到明天的',
    en: 'show the query plan: today’s queries, what is due and what must wait for tomorrow',
    access: 'seeWork',
    async run({ workspace, language }) {
      const plan = await readTrackingPlan(workspace);
      return report(planJson(plan), planLines(plan, language));
    },
  }),
  command({
    name: 'track budget',
    zh: '设置一个账号每天可以查询轨迹的次数（default 恢复平台免费额度）',
    en: 'set how many tracking queries a day an account has (default: the free plan of the platform)',
    access: 'changeSettings',
    options: { account: required(account), 'per-day': required(perDayWord) },
    async run({ workspace, language, options }) {
      const perDay = options['per-day'];
      unwrap(await setPerDay(workspace, options.account.id, perDay === 'default' ? null : perDay));
      const plan = await readTrackingPlan(workspace);
      return report(planJson(plan), planLines(plan, language));
    },
  }),
];
