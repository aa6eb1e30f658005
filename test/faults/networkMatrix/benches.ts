import { kdniaoPlatform } from '../../../electron/carriers/kdniao/kdniaoPlatform.ts';
import { kuaidi100Platform } from '../../../electron/carriers/kuaidi100/kuaidi100Platform.ts';
import { sfPlatform } from '../../../electron/carriers/sf/sfPlatform.ts';
import { KdniaoServer } from '../../doubles/platforms/kdniaoServer.ts';
import { Kuaidi100Server, kuaidi100Keys } from '../../doubles/platforms/kuaidi100Server.ts';
import type { PlatformDouble } from '../../doubles/platforms/platformDouble.ts';
import { SfServer, sfKeys } from '../../doubles/platforms/sfServer.ts';
import type { MatrixBench, MatrixDouble } from './matrixBench.ts';

async function opened(server: PlatformDouble): Promise<MatrixDouble> {
  return {
    url: await server.listen(),
    add: (fault) => server.faults.add(fault),
    clear: () => server.faults.clear(),
    requestCount: () => server.requests.length,
    waybillsOf: (orderCode) => server.ledger.ofOrder(orderCode).map(({ waybillNo }) => waybillNo),
    close: () => server.close(),
  };
}

const kdniaoRefusal = (ResultCode: string, Reason: string) => ({ Success: false, ResultCode, Reason });

export const kdniaoBench: MatrixBench = {
  platform: kdniaoPlatform,
  carrier: 'ZTO',
  account: { merchantId: 'test1234567', secret: '11111111-2222-3333-4444-555555555555', fields: {} },
  looksBeforeVoid: false,
  numberMissing: { Order: { LogisticCode: null } },
  otherOrder: { Order: { OrderCode: 'SOMEBODY-ELSE' } },
  refusal: kdniaoRefusal('105', '收件地址超出派送范围'),
  systemFault: kdniaoRefusal('105', '系统异常，请稍后再试'),
  signatureFault: kdniaoRefusal('102', '签名错误'),
  open: () => opened(new KdniaoServer()),
};

const labelRefusal = (code: number, message: string) => ({ success: false, code, message, data: null });

export const kuaidi100Bench: MatrixBench = {
  platform: kuaidi100Platform,
  carrier: 'ZTO',
  account: {
    merchantId: kuaidi100Keys.key,
    secret: kuaidi100Keys.secret,
    fields: { customer: kuaidi100Keys.customer, partnerId: 'K571001' },
  },
  looksBeforeVoid: false,
  numberMissing: { data: { kuaidinum: null } },
  otherOrder: { data: { orderId: 'SOMEBODY-ELSE' } },
  refusal: labelRefusal(30020, '收件地址超出派送范围'),
  systemFault: labelRefusal(-1, '服务器错误'),
  // One reply for both families: the query's failures have a name of their own.
  signatureFault: { ...labelRefusal(30002, '验证签名失败'), result: false, returnCode: '503' },
  open: (now) => opened(new Kuaidi100Server(now === undefined ? {} : { now })),
};

function sfRefusal(errorCode: string, errorMsg: string) {
  const result = { success: false, errorCode, errorMsg, msgData: null };
  return { apiResultCode: 'A1000', apiErrorMsg: '', apiResultData: JSON.stringify(result) };
}

export const sfBench: MatrixBench = {
  platform: sfPlatform,
  carrier: 'SF',
  account: {
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    fields: { monthlyCard: sfKeys.monthlyCard },
  },
  looksBeforeVoid: true,
  numberMissing: { result: { msgData: { waybillNoInfoList: [] } } },
  otherOrder: { result: { msgData: { orderId: 'SOMEBODY-ELSE' } } },
  refusal: sfRefusal('8188', '收件地址超出派送范围'),
  systemFault: sfRefusal('S0003', '系统发生数据错误或运行时异常'),
  signatureFault: { apiResultCode: 'A1006', apiErrorMsg: '数字签名无效', apiResultData: '' },
  open: (now) => opened(new SfServer(now === undefined ? {} : { now })),
};
