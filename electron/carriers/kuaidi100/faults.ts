import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { carrierAccountWords, unsettledWords } from '../kit/exchange.ts';
import { codeTable, ofQuestion, refusal, refusalOfKind, withReason } from '../kit/refusal.ts';

const codes = codeTable({
  CARRIER_FIELD: ['30001', '400'],
  CARRIER_CREDENTIALS: ['30002', '30003', '503', '600'],
  CARRIER_ACCOUNT: ['601'],
  CARRIER_BALANCE: ['30004'],
  CARRIER_NOT_FOUND: ['30009'],
});

/** 501 is "submitted twice", which says that something of ours is there; 200 here contradicts itself. */
const unclearCodes: ReadonlySet<string> = new Set(['200', '-1', '500', '501', '502']);

/**
 * A parsed reply of the label family that is no success, as our code and certainty. `reason` must be redacted already.
 * Codes: the vendor's reprint, price and reach pages. What a carrier refuses comes under codes nobody lists, with the
 * reason in words: words of a fault leave open what it did, an empty text does too.
 */
export function labelFault(code: string, reason: string): CallOutcome<never> {
  const known = codes.get(code);
  if (known !== undefined) return refusal(known, reason || code);
  const kind = unclearCodes.has(code) || reason === '' ? 'unsettled' : messageKind(reason);
  return kind === 'unsettled'
    ? unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code || '?' })
    : refusalOfKind(kind, reason);
}

/** The same for a question: it changed nothing, whatever was answered. A used-up quota is then one of questions. */
export function askFault(code: string, reason: string): CallOutcome<never> {
  const fault = labelFault(code, reason);
  return !fault.ok && fault.code === 'CARRIER_BALANCE' ? didNotHappen('CARRIER_QUOTA') : ofQuestion(fault);
}

/**
 * A refused question about an address. The sentence decides which refusal it is and then stays here: it may repeat the
 * address in other words than ours. Only the code is shown.
 */
export function questionFault(code: string, message: string): CallOutcome<never> {
  // 400 here: the division could not be read.
  if (code === '400') return didNotHappen('ASK_NOT_UNDERSTOOD');
  return withReason(askFault(code, message), code || '?');
}

/**
 * What the free text of a message means; this is the only file that reads the platform's sentences. In order: the first
 * that fits counts. Fault words come before all that would be a definite refusal.
 */
const patterns = [
  ['cancelled', /已(经)?(被)?(取消|撤销|作废)|重复取消|取消过/u],
  ['locked', /锁定|锁单|查询.{0,6}频/u],
  ['unsettled', unsettledWords],
  ['phone', /验证码错误|(手机|电话|号码).{0,8}(错误|不(匹配|符|正确))/u],
  ['credentials', /签名|验签|授权码|不合法/u],
  // A place that is not opened is a refusal of the order, not of the account.
  ['permission', /^(?!.*(区域|地区|地址|网点)).*((无|没有).{0,4}权限|未(开通|购买))/u],
  ['account', carrierAccountWords],
  [
    'balance',
    /余额|余量|充值|(单号|面单|库存|单量).{0,6}(不足|用完|耗尽|为0|为零)|(没有|无)可用.{0,4}(单|余)/u,
  ],
  ['arrears', /欠费/u],
  ['not-found', /(订单|运单|单号|任务).{0,6}(不存在|未找到)|(没有|未找到|查无).{0,6}(订单|运单)/u],
] as const satisfies readonly (readonly [string, RegExp])[];

type MessageKind = (typeof patterns)[number][0] | 'refused';

export function messageKind(text: string): MessageKind {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'refused';
}
