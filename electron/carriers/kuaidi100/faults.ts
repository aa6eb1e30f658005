import { type CallOutcome, didNotHappen, unknownOutcome } from '../../../shared/errors/outcome.ts';
import { unsettledWords } from '../kit/exchange.ts';

/**
 * A parsed reply of the label family that is no success, as our code and certainty. `reason` must be redacted already.
 * Codes: the vendor's reprint, price and reach pages. What a carrier refuses comes under codes nobody lists, with the
 * reason in words: words of a fault leave open what it did, an empty text does too.
 */
export function labelFault(code: string, reason: string): CallOutcome<never> {
  switch (code) {
    case '30001':
    case '400':
      return didNotHappen('CARRIER_FIELD', { reason: reason || code });
    case '30002':
    case '30003':
    case '503':
    case '600':
      return didNotHappen('CARRIER_CREDENTIALS');
    case '601':
      return didNotHappen('CARRIER_ACCOUNT', { reason: reason || code });
    case '30004':
      return didNotHappen('CARRIER_BALANCE', { reason: reason || code });
    case '30009':
      return didNotHappen('CARRIER_NOT_FOUND');
    // 501 is "submitted twice", which says that something of ours is there; 200 here contradicts itself.
    case '200':
    case '-1':
    case '500':
    case '501':
    case '502':
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: reason || code });
    default:
      return messageFault(code, reason);
  }
}

/** The same for a question: it changed nothing, whatever was answered. A used-up quota is then one of questions. */
export function askFault(code: string, reason: string): CallOutcome<never> {
  const fault = labelFault(code, reason);
  if (fault.ok) return fault;
  return fault.code === 'CARRIER_BALANCE'
    ? didNotHappen('CARRIER_QUOTA')
    : { ...fault, certainty: 'did-not-happen' };
}

function messageFault(code: string, reason: string): CallOutcome<never> {
  if (reason === '') return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason: code || '?' });
  switch (messageKind(reason)) {
    case 'unsettled':
      return unknownOutcome('CARRIER_REFUSAL_UNCLEAR', { reason });
    case 'credentials':
      return didNotHappen('CARRIER_CREDENTIALS');
    case 'permission':
      return didNotHappen('CARRIER_PERMISSION', { reason });
    case 'arrears':
      return didNotHappen('CARRIER_ARREARS', { reason });
    case 'balance':
      return didNotHappen('CARRIER_BALANCE', { reason });
    case 'not-found':
      return didNotHappen('CARRIER_NOT_FOUND');
    default:
      return didNotHappen('CARRIER_REFUSED', { reason });
  }
}

/**
 * A refused question about an address. The sentence decides which refusal it is and then stays here: it may repeat the
 * address in other words than ours. What is told is the code.
 */
export function questionFault(code: string, message: string): CallOutcome<never> {
  // 400 here: the division could not be read.
  if (code === '400') return didNotHappen('ASK_NOT_UNDERSTOOD');
  const fault = askFault(code, message);
  return fault.ok || fault.params?.reason === undefined
    ? fault
    : { ...fault, params: { ...fault.params, reason: code || '?' } };
}

/** What the free text of a message tells. The only file that reads the platform's sentences. */
type MessageKind =
  | 'cancelled'
  | 'unsettled'
  | 'credentials'
  | 'permission'
  | 'arrears'
  | 'balance'
  | 'not-found'
  | 'phone'
  | 'locked'
  | 'refused';

/** In order: the first that fits counts. Fault words come before all that would be a definite refusal. */
const patterns: readonly (readonly [MessageKind, RegExp])[] = [
  ['cancelled', /已(经)?(被)?(取消|撤销|作废)|重复取消|取消过/u],
  ['locked', /锁定|锁单|查询.{0,6}频/u],
  ['unsettled', unsettledWords],
  ['phone', /验证码错误|(手机|电话|号码).{0,8}(错误|不(匹配|符|正确))/u],
  ['credentials', /签名|验签|授权码|不合法/u],
  // A place that is not opened is a refusal of the order, not of the account.
  ['permission', /^(?!.*(区域|地区|地址|网点)).*((无|没有).{0,4}权限|未(开通|购买))/u],
  [
    'balance',
    /余额|余量|充值|(单号|面单|库存|单量).{0,6}(不足|用完|耗尽|为0|为零)|(没有|无)可用.{0,4}(单|余)/u,
  ],
  ['arrears', /欠费/u],
  ['not-found', /(订单|运单|单号|任务).{0,6}(不存在|未找到)|(没有|未找到|查无).{0,6}(订单|运单)/u],
];

export function messageKind(text: string): MessageKind {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'refused';
}
