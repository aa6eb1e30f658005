import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformAccount } from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { sfPlatform } from '../../../../../electron/carriers/sf/sfPlatform.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { nodeHttp } from '../../../../../electron/platform/nodeHttp.ts';
import { SfServer, sfKeys } from '../../../../doubles/platforms/sfServer.ts';
import { sampleAccount } from '../../../../doubles/workspace/sampleBooking.ts';

const server = new SfServer();
const http = nodeHttp();
const waybillNo = 'SF1234567890123';
let account: PlatformAccount;

beforeAll(async () => {
  account = sampleAccount({
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    endpoint: await server.listen(),
  });
});
afterAll(async () => {
  http.close();
  await server.close();
});

/** What SF tells after these lines: opCode, words, and a reason where SF gives one. */
async function told(...lines: readonly (readonly [opCode: string, remark: string, reasonCode?: string])[]) {
  const routes = lines.map(([opCode, remark, reasonCode = ''], day) => {
    return {
      acceptTime: `2026-12-0${day + 1} 09:00:00`,
      acceptAddress: '杭州市',
      opCode,
      remark,
      reasonCode,
    };
  });
  const msgData = { routeResps: [{ mailNo: waybillNo, routes }] };
  server.faults.add({ kind: 'patch', body: { result: { msgData } }, times: 1 });
  const ports = { http, clock: systemClock };
  const asked = { waybillNo, carrier: 'SF', phoneTail: '1234', bookedAt: null };
  const reply = await sfPlatform.track(asked, account, ports);
  return reply.ok ? [reply.value.state, reply.value.exception] : [reply.code];
}

describe('where an SF parcel is', () => {
  it.each([
    ['54', '顺丰速运 已收取快件', 'collected', ''],
    ['44', '正在派送途中,请您准备签收(派件人:张三,电话:138****1234)', 'delivering', ''],
    ['130', '快件到达顺丰店/站', 'destination', ''],
    ['125', '快递员派件至丰巢', 'locker', ''],
    ['126', '快递员取消派件将快件取出丰巢', 'problem', 'removed-from-locker'],
    ['128', '客户从丰巢取件成功', 'signed', ''],
    ['80', '已签收,感谢使用顺丰,期待再次为您服务', 'signed', ''],
    ['80', '已派送至（顺丰自助柜）', 'locker', ''],
    ['70', '快件派送不成功(电话无人接听/关机/无信号，暂无法联系到收方客户)', 'problem', 'unreachable'],
    ['70', '快件派送不成功(收方客户拒收)，正在处理中', 'problem', 'refused'],
    ['77', '中转滞留', 'problem', 'delayed'],
    ['648', '快件已退回/转寄，新单号为：SF1111111111111', 'returning', 'returning'],
    ['99', '应客户要求,快件正在转寄中', 'in-transit', ''],
    ['3036', '快件在杭州，准备送往下一站', 'in-transit', ''],
    ['9999', '快件外包装破损，正在核实处理', 'problem', 'damaged'],
  ])('is told by opCode %s and “%s”', async (opCode, remark, state, exception) => {
    expect(await told(['50', '顺丰已收件'], [opCode, remark])).toEqual([state, exception]);
  });

  it('is not signed for when SF closes it as lost or thrown away, takes it back or cancels it', async () => {
    expect(await told(['8000', '在官网“运单资料&签收图”,可查看签收人信息'])).toEqual(['signed', '']);
    expect(await told(['8000', '在官网“运单资料&签收图”,可查看签收人信息', '6'])).toEqual([
      'problem',
      'lost',
    ]);
    expect(await told(['8000', '', '2'])).toEqual(['problem', 'lost']);
    expect(await told(['99', '', '2'])).toEqual(['returning', 'returning']);
    expect(await told(['70', '', '46'])).toEqual(['cancelled', 'sender-cancelled']);
  });
});
