import { describe, expect, it } from 'vitest';
import { questionsOfNote, saysWait } from '../../../../../shared/domain/intake/noteWords.ts';

describe('what a note holds an order up for', () => {
  it.each([
    ['buyerRemark', '先不要发货', ['IMPORT_BUYER_SAYS_WAIT']],
    ['buyerRemark', '改地址，先别发', ['IMPORT_BUYER_SAYS_WAIT', 'IMPORT_NOTE_READDRESSES']],
    ['sellerRemark', '先别发，等补货', ['IMPORT_NOTE_SAYS_WAIT']],
    ['sellerRemark', '12.10后发', ['IMPORT_NOTE_SAYS_WAIT']],
    ['buyerRemark', '发顺丰，谢谢', []],
    ['sellerRemark', '', []],
  ] as const)('%s %j: %j', (field, note, codes) => {
    expect(questionsOfNote(field, note, '留言').map(({ code }) => code)).toEqual(codes);
  });

  it('is told by the words found and the column they stand in, and by nothing else of the note', () => {
    expect(questionsOfNote('buyerRemark', '张三说地址写错了，电话 13800138000', '买家留言')).toEqual([
      {
        code: 'IMPORT_NOTE_READDRESSES',
        field: 'buyerRemark',
        params: { word: '地址写错', column: '买家留言' },
      },
    ]);
  });

  it.each([
    ['等通知再发', true],
    ['暂时别发', true],
    ['麻烦发顺丰', false],
    ['别发错颜色', false],
    ['12月10号以后再发', true],
    ['下周一再寄', true],
    ['年后发货', true],
    ['推迟3天发货', true],
    ['晚点再发', true],
    ['12月5日前发货', false],
    ['48小时内发货', false],
    ['检查好再发货', false],
    ['寄到后联系我', false],
    ['周末发也行', false],
    ['不要发错了', false],
    ['please hold the box upright', false],
  ])('%s says to wait: %s', (text, says) => {
    expect(saysWait(text)).toBe(says);
  });
});

describe('a wish that stops an order', () => {
  const codesOf = (field: 'buyerRemark' | 'sellerRemark', note: string) =>
    questionsOfNote(field, note, '备注').map(({ code }) => code);

  it.each([
    '取消订单',
    '我要取消',
    '不要了 退款',
    '多拍了一件，麻烦退一件',
    '暂缓发货',
    '等我消息再发',
    '延迟发货 12月8号',
    '不要发了',
    '别寄了，谢谢',
    'please hold',
    'Pls hold, moving house',
  ])('is asked about in a buyer’s note: %s', (note) => {
    expect(codesOf('buyerRemark', note)).toEqual(['IMPORT_BUYER_SAYS_WAIT']);
  });

  it.each(['和上一单一起发', '两个订单一起发 谢谢', '请合并发货', '另外一单一起发，谢谢'])(
    'waits for the order it is to go with: %s',
    (note) => {
      expect(codesOf('buyerRemark', note)).toEqual(['IMPORT_SHIP_TOGETHER']);
    },
  );

  it.each([
    '退款中',
    '客户要求取消',
    '缺货 等补货',
    '等客户确认颜色',
    '暂停发货',
    '锁单',
    '留单 等通知',
    '拦截',
    '作废',
  ])('is asked about in a seller’s note: %s', (note) => {
    expect(codesOf('sellerRemark', note)).toEqual(['IMPORT_NOTE_SAYS_WAIT']);
  });

  it.each([
    '电话打错了 应该是13800138000',
    '寄到：杭州市余杭区五常大道1号 张三 13812345678',
    '请发这个地址 重庆市渝北区金开大道1号 李雷 13912345678',
  ])('sends it to another receiver: %s', (note) => {
    expect(codesOf('buyerRemark', note)).toEqual(['IMPORT_NOTE_READDRESSES']);
  });

  it.each([
    '不要取消订单',
    '取消包装盒',
    '发票和货一起寄',
    '赠品一起发',
    '快点发 等着用',
    '送到小区南门',
    '寄到学校快递站',
    '请送货上门到县城',
    '没货的话退款',
    '不急，慢慢发',
  ])('is none in what buyers write every day: %s', (note) => {
    expect(codesOf('buyerRemark', note)).toEqual([]);
  });

  it.each(['已退款10元差价', '退款5元', '部分退款', '等确认收货后返现', '换货补发', '优先发'])(
    'is none in what sellers write every day: %s',
    (note) => {
      expect(codesOf('sellerRemark', note)).toEqual([]);
    },
  );
});
