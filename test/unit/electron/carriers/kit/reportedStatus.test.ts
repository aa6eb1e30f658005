import { describe, expect, it } from 'vitest';
import { replyToSnapshot, trackReply } from '../../../../../electron/carriers/kdniao/track.ts';
import {
  trackReply as kuaidi100Reply,
  readSnapshot,
} from '../../../../../electron/carriers/kuaidi100/track.ts';

/** Days of December at nine, oldest first, as interface 1002 tells them: a State, lines without codes. */
const kdniao = (State: string, lines: readonly string[], StateEx = '') =>
  replyToSnapshot(
    trackReply.parse({
      Success: true,
      LogisticCode: 'W1',
      State,
      StateEx,
      Traces: lines.map((AcceptStation, day) => ({
        AcceptTime: `2026-12-0${day + 1} 09:00:00`,
        AcceptStation,
      })),
    }),
    'W1',
    'ZTO',
  );
const kuaidi100 = (state: string, context: string, statusCode = state) =>
  readSnapshot(
    kuaidi100Reply.parse({
      status: '200',
      nu: 'W1',
      com: 'zhongtong',
      state,
      data: [{ ftime: '2026-12-05 09:00:00', context, statusCode }],
    }),
    'W1',
    'ZTO',
  );

describe('signed for', () => {
  it.each([
    ['退回件已签收', 'returned', ''],
    ['已签收，签收人：发件人', 'returned', ''],
    ['快件已签收，签收人：拒收退回', 'returning', 'refused'],
    ['客户拒收，已签收登记', 'returning', 'refused'],
    ['快件正在退回中', 'returning', 'returning'],
  ])('is not delivered when its words say it went back: %s', (text, state, exception) => {
    for (const told of [kdniao('3', [text]), kdniao('3', [text], '301'), kuaidi100('3', text, '301')])
      expect(told).toMatchObject({ state, exception });
  });

  it('by its sender after its way back is returned, unless the return was called off', () => {
    const way = [
      '【杭州】已揽收',
      '无法联系收件人，现退回寄件人',
      '快件到达【杭州】',
      '已签收，签收人：本人',
    ];
    expect(kdniao('3', way).state).toBe('returned');
    const calledOff = [...way.slice(0, 2), '寄件人已取消退回，继续派送', ...way.slice(3)];
    expect(kdniao('3', calledOff).state).toBe('signed');
    // The platform looked closer than at its stage: it knows of returns too.
    expect(kdniao('3', way, '302').state).toBe('signed');
  });

  it('is what was refused once and accepted later', () => {
    const way = ['收件人拒收，快递员正在处理', '正在进行二次派送', '已签收，签收人：本人'];
    expect(kdniao('3', way)).toMatchObject({ state: 'signed', exception: '' });
  });

  it('is not what waits in a locker by the words of a coarse code; a fine one counts', () => {
    const text = '快件已放至【丰巢快递柜】，请凭取件码及时取件';
    expect(kdniao('3', [text]).state).toBe('locker');
    expect(kdniao('3', [text], '311').state).toBe('signed');
    expect(kdniao('3', ['快件已由【菜鸟驿站】代签收，请及时取件']).state).toBe('signed');
  });

  it.each([
    '您的快件已由【门卫】代签收，如有疑问请联系138****1234',
    '已签收，签收人：家人',
    '快件已出库，【菜鸟驿站】出库',
  ])('stays signed for: %s', (text) => {
    expect(kdniao('3', [text])).toMatchObject({ state: 'signed', exception: '' });
    expect(kuaidi100('3', text)).toMatchObject({ state: 'signed', exception: '' });
  });

  it('is never told by words alone', () => {
    expect(kdniao('2', ['已签收，签收人：本人']).state).toBe('in-transit');
    expect(kdniao('', ['已签收，签收人：本人']).state).toBe('in-transit');
    expect(kdniao('2', ['退回件已签收']).state).toBe('returning');
  });
});

describe('a coarse code', () => {
  it.each([
    ['2', '快件已到达【菜鸟驿站】，请凭取货码领取', 'locker', ''],
    ['2', '【北京望京】的 张三（138****1234） 正在派件', 'delivering', ''],
    ['2', '收件人拒收，快件正在退回', 'returning', 'refused'],
    ['2', '快件拦截成功', 'returning', 'intercepted'],
    ['2', '客户要求改日派送', 'in-transit', 'redelivery'],
    ['2', '因天气原因，快件滞留', 'in-transit', 'delayed'],
    ['1', '【杭州】已发往【北京】', 'in-transit', ''],
    ['4', '无法联系收件人', 'problem', 'unreachable'],
    ['4', '地址不详，无法派送', 'problem', 'address-incomplete'],
    ['4', '退回件已签收', 'returned', ''],
    ['4', '处理中', 'problem', 'problem'],
  ])('State %s is made finer by “%s”', (code, text, state, exception) => {
    expect(kdniao(code, [text])).toMatchObject({ state, exception });
  });

  it('never goes back by its words, and a fine one keeps its place', () => {
    expect(kuaidi100('5', '快件离开【杭州】').state).toBe('delivering');
    expect(kdniao('2', ['快件已放至快递柜，请及时取件'], '202').state).toBe('delivering');
  });

  it('beside clear words of trouble raises it, however fine it is; its own trouble comes first', () => {
    expect(kdniao('2', ['收件人电话为空号，无法派送'], '202')).toMatchObject({
      state: 'delivering',
      exception: 'phone-wrong',
    });
    expect(kuaidi100('2', '多次联系收件人，电话无人接听', '207').exception).toBe('out-of-area');
  });
});
