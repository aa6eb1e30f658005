import { preflightOfAccount } from '../../../shared/domain/booking.ts';
import { done } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import type { AccountReport } from '../../usecases/booking/preflight/accountReport.ts';
import type { Finding } from '../../usecases/booking/preflight/finding.ts';
import { type PreflightReport, runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { chooseAccountOrRules } from '../accounts/chooseAccount.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { dispatchText, dispatchWord } from './dispatchText.ts';

export const preflightCommand: Command = {
  name: 'preflight',
  usage: '[--account NAME] [--carrier CODE] [--printer URI] [--offline]',
  does: {
    'zh-CN': '批量取号前检查：账号、余量、打印机、纸张、送达、字段、重复、时间；不取号',
    en: 'look at everything a batch depends on before it is booked; books nothing',
  },
  options: {
    account: { type: 'string' },
    carrier: { type: 'string' },
    printer: { type: 'string' },
    offline: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const account = await chooseAccountOrRules(workspace, context.text('account'), false);
      if (!account.ok) return account;
      const { defaultPrinterUri } = await readSettings(workspace);
      const report = await runPreflight(workspace, {
        orderIds: await selectedOrders(workspace, { allReady: true }),
        accountId: account.value?.id ?? null,
        carrier: (context.text('carrier') ?? '').toUpperCase(),
        printerUri: context.text('printer') ?? defaultPrinterUri,
        mayAsk: !context.flag('offline'),
      });
      if (!report.ok) return report;
      return done({
        exitCode: report.value.verdict === 'go' ? 0 : 3,
        json: report.value,
        human: preflightLines(report.value, context.language),
      });
    }),
};

const shownOrders = 5;

const verdictWords = { go: 'verdictGo', look: 'verdictLook', stop: 'verdictStop' } as const;

/** What a look at a batch found, one line a finding, the verdict last. Of several accounts each has a paragraph. */
export function preflightLines(report: PreflightReport, language: Language): string[] {
  const isSpread = report.accounts.length > 1;
  const shared = report.findings.filter(({ name }) => !isSpread || !preflightOfAccount.includes(name));
  return [
    ...shared.map((finding) => findingLine(finding, language)),
    ...(isSpread ? report.accounts.flatMap((account) => accountLines(account, language)) : []),
    verdictLine(report, language),
  ];
}

function accountLines(account: AccountReport, language: Language): string[] {
  const head = dispatchText(language, 'accountHead', {
    account: account.accountName,
    verdict: verdictLine(account, language),
  });
  return [head, ...account.findings.map((finding) => `  ${findingLine(finding, language)}`)];
}

function verdictLine(
  {
    verdict,
    orders,
    bookable,
    expectedSeconds,
  }: Pick<PreflightReport, 'verdict' | 'orders' | 'bookable' | 'expectedSeconds'>,
  language: Language,
): string {
  const minutes = Math.ceil(expectedSeconds / 60);
  return dispatchText(language, verdictWords[verdict], { orders, bookable, minutes });
}

function findingLine({ name, state, code, params, orderNos }: Finding, language: Language): string {
  return dispatchText(language, 'findingLine', {
    state: dispatchWord(language, 'findingState', state),
    name: dispatchWord(language, 'finding', name),
    words: wordsOf({ name, state, code, params }, language) + named(orderNos, language),
  });
}

/** What is told of a finding that needs nobody, by the value it is about. */
const facts = [
  ['paper', 'rolls', 'factPaper'],
  ['queue', 'waiting', 'factQueue'],
  ['balance', 'available', 'factBalance'],
  ['clock', 'seconds', 'factClock'],
  ['health', 'calls', 'factHealth'],
] as const;

function wordsOf(
  { name, state, code, params }: Pick<Finding, 'name' | 'state' | 'code' | 'params'>,
  language: Language,
): string {
  if (code === '') {
    if (params.why === 'not-offered') return dispatchText(language, 'notOffered');
    if (params.why === 'unlimited') return dispatchText(language, 'unlimited');
    if (state === 'unknown') return dispatchText(language, 'unknownYet');
    const fact = facts.find(([of, value]) => of === name && params[value] !== undefined);
    return fact === undefined ? dispatchText(language, 'fine') : dispatchText(language, fact[2], params);
  }
  const { says, next } = describeError(code, params, language);
  return `${says} ${next}`;
}

function named(orderNos: readonly string[], language: Language): string {
  if (orderNos.length === 0) return '';
  const shown = orderNos.slice(0, shownOrders).join(', ');
  return dispatchText(language, 'ordersNamed', {
    orderNos: orderNos.length > shownOrders ? `${shown} …` : shown,
  });
}
