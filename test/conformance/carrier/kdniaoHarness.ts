import { KdniaoServer, kdniaoKeys } from '../../doubles/platforms/kdniaoServer.ts';
import { doubleHarness, personsOf } from './doubleHarness.ts';

const refusal = (Reason: string) => ({
  Success: false,
  ResultCode: '105',
  Reason,
  UniquerRequestNumber: 'req-x',
});

export const kdniaoHarness = doubleHarness({
  platformId: 'kdniao',
  carrier: 'ZTO',
  open: () => new KdniaoServer(),
  account: {
    merchantId: kdniaoKeys.merchantId,
    secret: kdniaoKeys.apiKey,
    fields: { CustomerName: 'K571001', CustomerPwd: 'canary-customer-pwd', MonthCode: '7550000001' },
  },
  wrongAccount: { merchantId: kdniaoKeys.merchantId, secret: 'canary-wrong-secret' },
  repeatPart: null,
  own: {
    refused: () => ({ kind: 'reply', body: refusal('收件地址超出派送范围') }),
    'refusal-names-person': (request) => ({ kind: 'reply', body: refusal(personsOf(request)) }),
    'system-error': () => ({ kind: 'reply', body: refusal('系统异常，请稍后再试') }),
    'wrong-order': () => ({ kind: 'patch', body: { Order: { OrderCode: 'SOMEBODY-ELSE' } } }),
    'number-missing': () => ({ kind: 'patch', body: { Order: { LogisticCode: null } } }),
    'extra-fields': () => ({
      kind: 'patch',
      body: { NewThing: { a: [1, { b: null }] }, Order: { Unheard: 5 } },
    }),
  },
  asks: { serviceOf: { parseAddress: '6001', checkReach: '1814' }, refusal },
});
