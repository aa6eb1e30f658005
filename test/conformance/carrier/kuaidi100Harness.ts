import { Kuaidi100Server, kuaidi100Keys } from '../../doubles/platforms/kuaidi100Server.ts';
import { doubleHarness, personsOf } from './doubleHarness.ts';

/** A carrier's refusal comes under a code nobody lists, with its words in `message`. */
const refusal = (message: string) => ({ success: false, code: 30020, message, time: 3, data: null });

export const kuaidi100Harness = doubleHarness({
  platformId: 'kuaidi100',
  carrier: 'ZTO',
  open: () => new Kuaidi100Server(),
  account: {
    merchantId: kuaidi100Keys.key,
    secret: kuaidi100Keys.secret,
    fields: { customer: kuaidi100Keys.customer, partnerId: 'K571001', partnerKey: 'canary-partner-key' },
  },
  wrongAccount: { merchantId: 'canary-wrong-key', secret: 'canary-wrong-secret' },
  repeatPart: 'param',
  own: {
    refused: () => ({ kind: 'reply', body: refusal('收件地址超出派送范围') }),
    'refusal-names-person': (request) => ({ kind: 'reply', body: refusal(personsOf(request)) }),
    'system-error': () => ({ kind: 'reply', body: { ...refusal('服务器错误'), code: -1 } }),
    'wrong-order': () => ({ kind: 'patch', body: { data: { orderId: 'SOMEBODY-ELSE' } } }),
    'number-missing': () => ({ kind: 'patch', body: { data: { kuaidinum: null } } }),
    'extra-fields': () => ({ kind: 'patch', body: { newThing: { a: [1, null] }, data: { unheard: 5 } } }),
  },
  asks: {
    serviceOf: { parseAddress: '/address/resolution', checkReach: 'reachable' },
    refusal,
  },
});
