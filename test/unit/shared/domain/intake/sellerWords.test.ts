import { describe, expect, it } from 'vitest';
import { questionsOfNote } from '../../../../../shared/domain/intake/noteWords.ts';

const codesOf = (note: string) => questionsOfNote('sellerRemark', note, '备注').map(({ code }) => code);

describe('a seller’s short note that says the parcel must not leave', () => {
  it.each([
    [
      'it is fetched or brought',
      '自提',
      '客户自提',
      '上门自取',
      '来店里拿',
      '已被带走',
      '当面给',
      '我带过去',
      '货拉拉',
      '已送',
    ],
    ['it has left', '已发', '已经发走了', '发过了', '昨天寄走了', '发顺丰，已寄出'],
    ['it is over', '取消', '客户退单', '退了', '撤', '不用发了', '客户不要', '停发', 'Cancelled'],
    ['there is none', '没货', '缺货', '等货到再发'],
    ['it is not paid for', '款到发货', '没付钱', '未付', '欠款200', 'wait for payment'],
    ['nobody would be found', '电话空号', '地址不详，联系客户', '电话打不通'],
    ['it is no order', '测试单', '测试', '重复了', '同上重复'],
    ['it leaves another day', '周五发', '月底一起发', '改天寄', '先留着', '待定', '暂时不要发'],
  ])('%s', (_reason, ...notes) => {
    for (const note of notes) expect(codesOf(note), note).toEqual(['IMPORT_NOTE_SAYS_WAIT']);
  });

  it.each(['和王姐的一起发', '跟上面合一起', '两单合一', '拼一单'])('it leaves with another: %s', (note) => {
    expect(codesOf(note)).toEqual(['IMPORT_SHIP_TOGETHER']);
  });

  it('is not read into what sellers write on parcels that leave', () => {
    const notes = [
      [
        '送货上门',
        '今天发出',
        '尽快寄出',
        '务必今天发走',
        '加急',
        '不急',
        '发货前检查',
        '挑好的发',
        '补发1件',
        '换货',
        '工作日送',
      ],
      [
        '发票已发',
        '已发微信',
        '红包已发',
        '单号已发客户',
        '放自提柜',
        '送货到驿站自提',
        '不要自提，送上门',
        '可以自提的客户',
      ],
      [
        '如缺货请电话联系',
        '缺货换红色',
        '货到付款',
        '等货到付款',
        '已付款',
        '款已到',
        '到付',
        '付款后24小时发货',
        '跑腿费已付',
      ],
      [
        '取消包装',
        '退换货无忧',
        '退货地址写在里面',
        '赠品和货一起发',
        '一起放',
        '我送小礼物',
        '自带赠品',
        '停车场旁边',
      ],
      [
        '测试盒2个',
        '取暖器1台',
        '未拆封',
        '周五前送到',
        '电话联系不上放门卫',
        '老客户',
        '没有问题',
        '已核对',
        '',
      ],
    ];
    for (const note of notes.flat()) expect(codesOf(note), note).toEqual([]);
  });

  it('is quoted with its denial: 不要发了 has not left', () => {
    expect(questionsOfNote('sellerRemark', '不要发了', '备注')[0]?.params.word).toMatch(/^不要发/);
  });
});
