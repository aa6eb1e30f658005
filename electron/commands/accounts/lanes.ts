import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { Account } from '../../store/schema.ts';
import { askBalance } from '../../usecases/accounts/balance.ts';
import { readBookingHealth } from '../../usecases/booking/health.ts';
import { raiseRate, setFallback } from '../../usecases/booking/lanes.ts';
import { resumeLane } from '../../usecases/booking/resumeLane.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { carrier } from '../main/carrier.ts';
import { type Command, type CommandResult, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { dayOrMoment, flag, required, text, whole } from '../main/word.ts';
import { account } from './account.ts';

const say = phrases({
  lane: [
    '{name}  {lock}  {lane}  等待 {waiting}  待确认 {unsure}  每秒 {perSecond} 次{raise}  {fallback}',
    '{name}  {lock}  {lane}  {waiting} waiting  {unsure} unconfirmed  {perSecond}/s{raise}  {fallback}',
  ],
  raise: ['（提速到 {until}）', ' (raised until {until})'],
  finish: ['  预计 {at} 完成', '  done about {at}'],
  retry: ['  {at} 再试', '  tries again {at}'],
  changed: ['账号 {name} 已更新。', 'The account {name} is changed.'],
  balance: ['{carrier} 剩余单号 {available} 个。', '{carrier}: {available} waybill numbers left.'],
  unlimited: [
    '{carrier} 不按单号预售，没有余量限制。',
    '{carrier} sells no numbers ahead; none can run out.',
  ],
  unknownBalance: [
    '平台没有说明 {carrier} 的单号余量。',
    'The platform does not report how many numbers of {carrier} are left.',
  ],
});

function laneLine(lane: AccountHealth, language: Language): string {
  const { rate, counts, expectedFinishAt, retryAt, errorCode, errorParams } = lane;
  const until = rate.raisedUntil;
  const why = isErrorCode(errorCode) ? describeError(errorCode, errorParams, language, 'commandLine') : null;
  return [
    say(language, 'lane', {
      name: lane.name,
      lock: wordFor(language, 'accountLock', lane.lock),
      lane: wordFor(language, 'lane', lane.lane),
      ...counts,
      perSecond: rate.perSecond,
      raise: until === null ? '' : say(language, 'raise', { until: localTime(until) }),
      fallback: wordFor(language, 'fallback', lane.fallback),
    }),
    expectedFinishAt === null ? '' : say(language, 'finish', { at: localTime(expectedFinishAt) }),
    retryAt === null ? '' : say(language, 'retry', { at: localTime(retryAt) }),
    why === null ? '' : `  ${inOneLine(why, language)}`,
  ].join('');
}

/** The account's lane after something of it was changed. */
async function changedLane(
  workspace: Workspace,
  language: Language,
  { id, name }: Account,
  changed: Outcome<null>,
): Promise<Outcome<CommandResult>> {
  if (!changed.ok) return changed;
  const lane = (await readBookingHealth(workspace)).find(({ accountId }) => accountId === id);
  const human = [say(language, 'changed', { name })];
  return report(lane ?? {}, lane === undefined ? human : [...human, laneLine(lane, language)]);
}

export const laneCommands: readonly Command[] = [
  command({
    name: 'account status',
    zh: '各账号的取号通道：是否解锁、是否连通、速度、等待数、预计完成时间',
    en: 'the booking lane of each account: lock, line, pace, queue, expected finish',
    access: 'seeWork',
    async run({ workspace, language }) {
      const accounts = await readBookingHealth(workspace);
      return report(
        { accounts },
        accounts.map((one) => laneLine(one, language)),
      );
    },
  }),
  command({
    name: 'account fallback',
    zh: '肯定没取到号的订单怎么办：等待、手工取号，或转到备用账号',
    en: 'what happens to orders an account certainly did not book: wait, by hand, or another account',
    access: 'changeAccounts',
    operands: [account],
    options: { to: required(text('wait|manual|ACCOUNT')) },
    async run({ workspace, language, operands: [of], options: { to } }) {
      const backup = await workspace.store.read.accounts.byName(to);
      const isWord = to === 'wait' || to === 'manual';
      if (backup === undefined && !isWord) return failure('ACCOUNT_NOT_FOUND', { name: to });
      const set = await setFallback(workspace, {
        accountId: of.id,
        fallback: isWord ? to : 'backup',
        backupAccountId: isWord ? null : (backup?.id ?? null),
      });
      return changedLane(workspace, language, of, set);
    },
  }),
  command({
    name: 'account rate',
    zh: '临时提速到平台批准的每秒次数，到截止时间自动恢复',
    en: 'raise the pace to what the platform granted, until it ends automatically',
    access: 'changeAccounts',
    operands: [account],
    options: { 'per-second': whole(1, 500), until: dayOrMoment('ISO'), own: flag },
    either: [['--per-second', '--until'], ['--own']],
    together: ['--per-second', '--until'],
    async run({ workspace, language, operands: [of], options: { 'per-second': perSecond, until } }) {
      const raise = perSecond === undefined || until === undefined ? null : { perSecond, until };
      return changedLane(workspace, language, of, await raiseRate(workspace, { accountId: of.id, raise }));
    },
  }),
  command({
    name: 'account resume',
    zh: '问题已解决，停下的账号马上再试一单',
    en: 'the problem is fixed: a stopped account tries one order at once',
    access: 'changeAccounts',
    operands: [account],
    run: async ({ workspace, language, operands: [of] }) =>
      changedLane(workspace, language, of, await resumeLane(workspace, of.id)),
  }),
  command({
    name: 'account balance',
    zh: '查询账号在快递公司网点的单号余量',
    en: 'ask how many waybill numbers are left at a carrier',
    access: 'seeWork',
    operands: [account],
    options: { carrier },
    async run({ workspace, language, operands: [{ id, name }], options: { carrier: named = '' } }) {
      const { carrier: code, balance, checkedAt } = unwrap(await askBalance(workspace, id, named));
      const key = { counted: 'balance', unlimited: 'unlimited', unknown: 'unknownBalance' } as const;
      return report({ account: name, carrier: code, ...balance, checkedAt: isoTime(checkedAt) }, [
        say(language, key[balance.kind], { carrier: carrierName(code, language), ...balance }),
      ]);
    },
  }),
];
