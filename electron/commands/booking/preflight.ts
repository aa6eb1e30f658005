import { preflightOfAccount } from '../../../shared/domain/booking.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { type PreflightReport, runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { accountToShip, chooseAccountOrRules } from '../accounts/account.ts';
import { carrier } from '../main/carrier.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, text } from '../main/word.ts';

const say = phrases({
  go: [
    '可以开始：{orders} 单，预计 {minutes} 分钟。',
    'Ready to go: {orders} {orders|order|orders}, about {minutes} {minutes|minute|minutes}.',
  ],
  look: [
    '可以开始，但请先看提醒：{orders} 单中 {bookable} 单会取号，预计 {minutes} 分钟。',
    'It can go, but read the warnings: {bookable} of {orders} {orders|order|orders} would be booked, about {minutes} {minutes|minute|minutes}.',
  ],
  stop: ['先不要开始：有必须先解决的问题。', 'Do not start yet: something must be fixed first.'],
  account: ['账号 {account}：{verdict}', 'Account {account}: {verdict}'],
  finding: ['[{state}] {name}：{words}', '[{state}] {name}: {words}'],
  fine: ['正常', 'fine'],
  unknown: ['还不知道', 'not known yet'],
  notOffered: ['平台不提供查询', 'the platform does not report it'],
  unlimited: ['不限量', 'no limit'],
  paper: ['{labels} 张，约 {rolls} 卷', '{labels} {labels|label|labels}, about {rolls} {rolls|roll|rolls}'],
  queue: ['前面还有 {waiting} 单，每秒 {perSecond} 单', '{waiting} ahead, {perSecond} per second'],
  balance: ['剩 {available} 个，这一批 {wanted} 个', '{available} left, {wanted} wanted'],
  clock: ['误差 {seconds} 秒', '{seconds} s off'],
  health: ['近 7 天 {calls} 次调用正常', '{calls} {calls|call|calls} in 7 days'],
  ordersNamed: ['（{orderNos}）', ' ({orderNos})'],
});

const shownOrders = 5;

/** What a look at a batch found, one line a finding, the verdict last. Of several accounts each has a paragraph. */
export function preflightLines(found: PreflightReport, language: Language): string[] {
  const isSpread = found.accounts.length > 1;
  const shared = found.findings.filter(({ name }) => !isSpread || !preflightOfAccount.includes(name));
  return [
    ...shared.map((finding) => findingLine(finding, language)),
    ...(isSpread ? found.accounts.flatMap((account) => accountLines(account, language)) : []),
    verdictLine(found, language),
  ];
}

function accountLines(account: PreflightReport['accounts'][number], language: Language): string[] {
  const { accountName, findings } = account;
  const head = say(language, 'account', { account: accountName, verdict: verdictLine(account, language) });
  return [head, ...findings.map((finding) => `  ${findingLine(finding, language)}`)];
}

type Verdict = Pick<PreflightReport, 'verdict' | 'orders' | 'bookable' | 'expectedSeconds'>;

function verdictLine({ verdict, orders, bookable, expectedSeconds }: Verdict, language: Language): string {
  return say(language, verdict, { orders, bookable, minutes: Math.ceil(expectedSeconds / 60) });
}

function findingLine(finding: PreflightReport['findings'][number], language: Language): string {
  return say(language, 'finding', {
    state: wordFor(language, 'findingState', finding.state),
    name: wordFor(language, 'finding', finding.name),
    words: findingText(finding, language) + named(finding.orderNos, language),
  });
}

/** What is said about a finding that needs nobody, by the value it is about. */
const facts = {
  paper: 'rolls',
  queue: 'waiting',
  balance: 'available',
  clock: 'seconds',
  health: 'calls',
} as const;

const isFact = (name: string): name is keyof typeof facts => Object.hasOwn(facts, name);

function findingText(
  { name, state, code, params }: PreflightReport['findings'][number],
  language: Language,
): string {
  if (isErrorCode(code)) return inOneLine(describeError(code, params, language, 'commandLine'), language);
  if (params.why === 'not-offered') return say(language, 'notOffered');
  if (params.why === 'unlimited') return say(language, 'unlimited');
  if (state === 'unknown') return say(language, 'unknown');
  return isFact(name) && params[facts[name]] !== undefined
    ? say(language, name, params)
    : say(language, 'fine');
}

function named(orderNos: readonly string[], language: Language): string {
  if (orderNos.length === 0) return '';
  const shown = orderNos.slice(0, shownOrders).join(', ');
  return say(language, 'ordersNamed', { orderNos: orderNos.length > shownOrders ? `${shown} …` : shown });
}

export const preflightCommands: readonly Command[] = [
  command({
    name: 'preflight',
    zh: '批量取号前检查：账号、余量、打印机、纸张、送达、字段、重复、时间；不取号',
    en: 'look at everything a batch depends on before it is booked; books nothing',
    access: 'bookParcels',
    options: { account: accountToShip, carrier, printer: text('NAME|URI'), offline: flag },
    async run({ workspace, language, options: { account: named, carrier: code = '', printer, offline } }) {
      const account = unwrap(await chooseAccountOrRules(workspace, named, false));
      const { defaultPrinterUri } = await readSettings(workspace);
      const batch = {
        orderIds: await selectedOrders(workspace, { allReady: true }),
        accountId: account?.id ?? null,
        carrier: code,
        printerUri: printer ?? defaultPrinterUri,
        mayAsk: !offline,
      };
      const found = unwrap(await runPreflight(workspace, batch));
      return report(found, preflightLines(found, language), found.verdict !== 'go');
    },
  }),
];
