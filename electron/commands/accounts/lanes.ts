import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import { carrierName, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import type { Account } from '../../store/schema.ts';
import { type AskedBalance, askBalance } from '../../usecases/accounts/balance.ts';
import { readBookingHealth } from '../../usecases/booking/health.ts';
import { raiseRate, resumeLane, setFallback } from '../../usecases/booking/lanes.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { dispatchText, dispatchWord } from '../booking/dispatchText.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText, localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { accountByName } from './accounts.ts';

function laneLine(account: AccountHealth, { language }: CommandContext): string {
  const { rate, counts, lane, lock, fallback, expectedFinishAt, retryAt, errorCode, errorParams } = account;
  const until = rate.raisedUntil;
  const line = dispatchText(language, 'laneLine', {
    name: account.name,
    lock: dispatchWord(language, 'lock', lock),
    lane: dispatchWord(language, 'lane', lane),
    waiting: counts.waiting,
    unsure: counts.unsure,
    perSecond: rate.perSecond,
    raise: until === null ? '' : dispatchText(language, 'raise', { until: localTime(until) }),
    fallback: dispatchWord(language, 'fallback', fallback),
  });
  const finish =
    expectedFinishAt === null ? '' : dispatchText(language, 'finish', { at: localTime(expectedFinishAt) });
  const retry = retryAt === null ? '' : dispatchText(language, 'retry', { at: localTime(retryAt) });
  const why = isErrorCode(errorCode) ? describeError(errorCode, errorParams, language) : null;
  return `${line}${finish}${retry}${why === null ? '' : `  ${why.says} ${why.next}`}`;
}

export const accountStatusCommand: Command = {
  name: 'account status',
  usage: '',
  does: {
    'zh-CN': '各账号的取号通道：是否解锁、是否连通、速度、等待数、预计完成时间',
    en: 'the booking lane of each account: lock, line, pace, queue, expected finish',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const accounts = await readBookingHealth(workspace);
      return done({ exitCode: 0, json: { accounts }, human: accounts.map((one) => laneLine(one, context)) });
    }),
};

/** Changes something of the named account and shows its lane. */
function change(
  context: CommandContext,
  act: (workspace: Workspace, account: Account) => Promise<Outcome<null>>,
): Promise<Outcome<CommandResult>> {
  return withWorkspace(context, async (workspace) => {
    const account = await accountByName(workspace, context);
    if (!account.ok) return account;
    const changed = await act(workspace, account.value);
    if (!changed.ok) return changed;
    const lane = (await readBookingHealth(workspace)).find(({ accountId }) => accountId === account.value.id);
    const { name } = account.value;
    return done({
      exitCode: 0,
      json: lane ?? {},
      human: [
        dispatchText(context.language, 'changed', { name }),
        ...(lane === undefined ? [] : [laneLine(lane, context)]),
      ],
    });
  });
}

export const accountFallbackCommand: Command = {
  name: 'account fallback',
  usage: 'NAME --to wait|manual|ACCOUNT',
  does: {
    'zh-CN': '肯定没取到号的订单怎么办：等待、手工取号，或转到备用账号',
    en: 'what becomes of orders an account certainly did not book: wait, by hand, or another account',
  },
  options: { to: { type: 'string' } },
  run(context) {
    const to = context.text('to');
    if (to === undefined)
      return Promise.resolve(
        failure('USAGE', { detail: `account fallback ${accountFallbackCommand.usage}` }),
      );
    return change(context, async (workspace, account) => {
      const backup = await workspace.store.read.accounts.byName(to);
      const isWord = to === 'wait' || to === 'manual';
      if (backup === undefined && !isWord) return failure('ACCOUNT_NOT_FOUND', { name: to });
      return setFallback(workspace, {
        accountId: account.id,
        fallback: isWord ? to : 'backup',
        backupAccountId: isWord ? null : (backup?.id ?? null),
      });
    });
  },
};

export const accountRateCommand: Command = {
  name: 'account rate',
  usage: 'NAME (--per-second N --until ISO | --own)',
  does: {
    'zh-CN': '临时提速到平台批准的每秒次数，到截止时间自动恢复',
    en: 'a higher pace that the platform granted, until it ends by itself',
  },
  options: { 'per-second': { type: 'string' }, until: { type: 'string' }, own: { type: 'boolean' } },
  run(context) {
    const perSecond = Number(context.text('per-second'));
    const until = Date.parse(context.text('until') ?? '');
    const isRaise = Number.isInteger(perSecond) && perSecond > 0 && perSecond <= 500 && !Number.isNaN(until);
    if (!context.flag('own') && !isRaise)
      return Promise.resolve(failure('USAGE', { detail: `account rate ${accountRateCommand.usage}` }));
    return change(context, (workspace, { id }) =>
      raiseRate(workspace, { accountId: id, raise: context.flag('own') ? null : { perSecond, until } }),
    );
  },
};

export const accountResumeCommand: Command = {
  name: 'account resume',
  usage: 'NAME',
  does: {
    'zh-CN': '问题已解决，停下的账号马上再试一单',
    en: 'the trouble is mended: a stopped account tries one order at once',
  },
  options: {},
  run: (context) => change(context, (workspace, { id }) => resumeLane(workspace, id)),
};

export const accountBalanceCommand: Command = {
  name: 'account balance',
  usage: 'NAME [--carrier CODE]',
  does: {
    'zh-CN': '查询账号在快递公司网点的单号余量',
    en: 'ask how many waybill numbers are left at a carrier',
  },
  options: { carrier: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [name] = context.operands;
      if (name === undefined)
        return failure('USAGE', { detail: `account balance ${accountBalanceCommand.usage}` });
      const account = await workspace.store.read.accounts.byName(name);
      if (account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const said = context.text('carrier') ?? '';
      const asked = await askBalance(workspace, account.id, readCarrierCode(said) ?? said);
      if (!asked.ok) return asked;
      const { carrier, balance, checkedAt } = asked.value;
      const json = { account: name, carrier, ...balance, checkedAt: new Date(checkedAt).toISOString() };
      return done({ exitCode: 0, json, human: [line(context, asked.value)] });
    }),
};

function line({ language }: CommandContext, { carrier, balance }: AskedBalance): string {
  const named = carrierName(carrier, language);
  switch (balance.kind) {
    case 'counted':
      return commandText(language, 'balanceLine', { carrier: named, available: balance.available });
    case 'unlimited':
      return commandText(language, 'balanceUnlimited', { carrier: named });
    case 'unknown':
      return commandText(language, 'balanceUnknown', { carrier: named });
  }
}
