import type { CallRow } from '../../../shared/contracts/insight/callLog.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs, shopOffsetMs } from '../../../shared/rules/shopTime.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import { hiddenParts } from '../../privacy/redactText.ts';
import { readCall } from '../booking/calls.ts';
import { readCallFigures } from '../insight/callFigures.ts';
import { recordAct } from '../operators/acts.ts';
import { receiverOf } from '../orders/order.ts';
import { productVersion } from './productVersion.ts';
import type { Workspace } from './workspace.ts';

const words = {
  head: ['接口调用记录（不含密钥和个人信息）', 'Record of a call (no secret, no personal data)'],
  platform: ['平台', 'Platform'],
  merchant: ['商户编号', 'Merchant id'],
  orderCode: ['订单码', 'Order code'],
  waybillNo: ['运单号', 'Waybill'],
  carrier: ['快递公司', 'Carrier'],
  repeated: ['过去 24 小时同样的失败', 'The same failure in the last 24 hours'],
  chain: ['同一订单码的全部调用', 'Every call with this order code'],
  happened: ['已处理', 'happened'],
  'did-not-happen': ['未处理', 'did not happen'],
  unknown: ['结果不明', 'unknown'],
  code: ['平台代码', 'platform code'],
  request: ['请求号', 'request id'],
  program: ['程序', 'Program'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

const wordIn = (language: Language) => (key: keyof typeof words) => words[key][language === 'en' ? 1 : 0];

/** A merchant's number names an account, not a person; its middle is nobody's business all the same. */
function shortened(merchantId: string): string {
  return merchantId.length <= 4 ? '****' : `${merchantId.slice(0, 2)}****${merchantId.slice(-2)}`;
}

/** One call and its chain as text for the platform's support. */
export async function supportText(
  workspace: Workspace,
  callId: string,
  language: Language,
): Promise<Outcome<string>> {
  const detail = await readCall(workspace, callId);
  if (!detail.ok) return detail;
  const { call, request, chain } = detail.value;
  const { accounts, removedAccounts } = workspace.store.read;
  const account = (await accounts.byId(call.accountId)) ?? (await removedAccounts.byId(call.accountId));
  await workspace.store.write((write) =>
    recordAct(workspace, write, {
      kind: 'diagnostics-shown',
      orderId: call.orderId,
      what: call.interfaceName,
    }),
  );
  const order = await workspace.store.read.orders.byId(call.orderId);
  const person = order === undefined ? [] : personIn(receiverOf(order));
  const word = wordIn(language);
  const facts: [string, string][] = [
    [word('platform'), call.platform],
    [word('merchant'), shortened(account?.merchantId ?? '')],
    [word('carrier'), request?.carrier ?? ''],
    [word('orderCode'), call.orderCode],
    [word('waybillNo'), call.waybillNo],
    [word('repeated'), await sameFailures(workspace, call)],
    [word('program'), `ShipDesk ${productVersion}`],
  ];
  return done(
    [
      word('head'),
      ...facts.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${text}`),
      '',
      `${word('chain')}:`,
      ...chain.map((one) => callLine(one, language, person)),
    ].join('\n'),
  );
}

/** How often it is; empty: the call failed in no way, or once. */
async function sameFailures(workspace: Workspace, call: CallRow): Promise<string> {
  const { accountId, interfaceName, errorCode } = call;
  if (errorCode === '') return '';
  const now = workspace.clock.now();
  const span = { from: now - dayMs, to: now };
  const { total } = await readCallFigures(workspace, { by: 'line', ...span, accountId, interfaceName });
  const count = total.codes.find(({ code }) => code === errorCode)?.count ?? 0;
  return count > 1 ? String(count) : '';
}

/** `2026-01-02T10:00:00.123+08:00`: what a platform's people find in their own log, and nobody mistakes. */
const withShopZone = (at: number): string => new Date(at + shopOffsetMs).toISOString().replace('Z', '+08:00');

/** What a platform's own words may say of whom the parcel is for: also by the given name, or as Mr and Mrs. */
function personIn(receiver: Party): readonly string[] {
  const { name } = receiver;
  const [surname = '', ...given] = Array.from(name);
  const titles = ['先生', '女士', '小姐', '老师', '师傅'].map((title) => `${surname}${title}`);
  const isHan = /^\p{Script=Han}{2,4}$/u.test(name);
  return [...hiddenParts(receiver), ...(isHan ? [given.join(''), ...titles] : [])];
}

function callLine(call: CallRow, language: Language, hidden: readonly string[]): string {
  const word = wordIn(language);
  const trouble = isErrorCode(call.errorCode)
    ? `${call.errorCode} ${describeError(call.errorCode, maskParams(call.errorParams, { hidden }), language).says}`
    : call.errorCode;
  return [
    withShopZone(call.at),
    call.interfaceName,
    word(call.certainty),
    `${call.durationMs} ms`,
    ...(call.platformCode === '' ? [] : [`${word('code')} ${call.platformCode}`]),
    ...(call.requestId === '' ? [] : [`${word('request')} ${call.requestId}`]),
    ...(trouble === '' ? [] : [trouble]),
  ].join('  ');
}
