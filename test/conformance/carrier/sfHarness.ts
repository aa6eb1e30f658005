import type { ScriptedFault } from '../../doubles/platforms/scriptedFaults.ts';
import { SfServer, sfKeys } from '../../doubles/platforms/sfServer.ts';
import { doubleHarness, personsOf } from './doubleHarness.ts';

const create = 'EXP_RECE_CREATE_ORDER';

function refusal(errorCode: string, errorMsg: string): ScriptedFault {
  const result = { success: false, errorCode, errorMsg, msgData: null };
  const body = {
    apiResultCode: 'A1000',
    apiErrorMsg: '',
    apiResponseID: '00017x',
    apiResultData: JSON.stringify(result),
  };
  // The search would not repeat what only creating can be refused for.
  return { kind: 'reply', body, requestType: create };
}

const patch = (msgData: object): ScriptedFault => ({
  kind: 'patch',
  body: { result: { msgData } },
  requestType: create,
});

export const sfHarness = doubleHarness({
  platformId: 'sf',
  carrier: 'SF',
  open: () => new SfServer(),
  account: {
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    fields: { monthlyCard: sfKeys.monthlyCard },
  },
  wrongAccount: { merchantId: sfKeys.partnerId, secret: 'canary-wrong-checkword' },
  repeatPart: 'msgData',
  own: {
    refused: () => refusal('8188', '收件地址超出派送范围'),
    'refusal-names-person': (request) => refusal('8188', personsOf(request)),
    'system-error': () => refusal('S0003', '系统发生数据错误或运行时异常'),
    'wrong-order': () => patch({ orderId: 'SOMEBODY-ELSE' }),
    'number-missing': () => patch({ waybillNoInfoList: [] }),
    'extra-fields': () => patch({ unheard: { a: [1, null] } }),
  },
});
