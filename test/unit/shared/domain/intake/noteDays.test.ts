import { describe, expect, it } from 'vitest';
import { laterArrivalIn, shippingDayOf } from '../../../../../shared/domain/intake/noteDays.ts';
import { questionsOfNote } from '../../../../../shared/domain/intake/noteWords.ts';

const now = Date.parse('2026-12-01T10:00:00+08:00');
const dateOf = (note: string, at = now) => shippingDayOf(note, at)?.date ?? null;

describe('the day on which a note wants its parcel to leave', () => {
  it.each([
    ['12月15日发货', '2026-12-15'],
    ['12月15号统一发', '2026-12-15'],
    ['12.15后发', '2026-12-15'],
    ['15号以后发', '2026-12-15'],
    ['5号发 谢谢', '2026-12-05'],
    ['下个月5号再发', '2027-01-05'],
    ['预售 1月10日发', '2027-01-10'],
    ['2027年1月10日开始发货', '2027-01-10'],
    ['请12月12日早上发出', '2026-12-12'],
    ['发货时间：12月20日', '2026-12-20'],
    ['12月10日-15日发货', '2026-12-15'],
    ['12.10-12.15发', '2026-12-15'],
    ['hold until Dec 15 please', '2026-12-15'],
    ['Please ship after 3rd January', '2027-01-03'],
    ['ship on 12/20', '2026-12-20'],
    ['I am away until Dec 10, please deliver after that', '2026-12-10'],
    ['11月28日发货', '2026-11-28'],
    ['28号发', '2026-11-28'],
    ['20号发', '2026-12-20'],
    ['周五发', '2026-12-04'],
    ['周二发', '2026-12-01'],
    ['下周三再寄', '2026-12-09'],
    ['周末不在家，周一再送', '2026-12-07'],
    ['明天现摘现发', '2026-12-02'],
    ['今天不发，后天发', '2026-12-03'],
    ['12号回来再发', '2026-12-12'],
    ['主播批次周四统一发', '2026-12-03'],
    ['初八发', '2027-02-13'],
    ['正月十五后发', '2027-02-20'],
    ['1月10日上市发货', '2027-01-10'],
    ['Do not ship before Dec 20', '2026-12-20'],
  ])('%s: %s', (note, date) => {
    expect(dateOf(note)).toBe(date);
  });

  it('is the nearest one over a new year, of two equally near the later', () => {
    const newYear = Date.parse('2027-01-02T10:00:00+08:00');
    expect(dateOf('12月31日发货', newYear)).toBe('2026-12-31');
    expect(dateOf('31号发', newYear)).toBe('2026-12-31');
    expect(dateOf('1月5日发货', newYear)).toBe('2027-01-05');
    expect(dateOf('1号发', Date.parse('2026-11-16T10:00:00+08:00'))).toBe('2026-12-01');
  });

  it.each([
    '12月15日前发货',
    '最晚12月15日发货',
    '12月15日生日，请早点发',
    '12月15日之前寄到',
    '苹果 2.5斤 发顺丰',
    '2.5斤发',
    '12月1日下单，今天发',
    '3-5天发货',
    '48小时内发货',
    '门牌15号，发顺丰',
    '12月15日发票',
    '2月30日发货',
    'Please ship before Dec 15',
    'I am away from Dec 10, please hurry',
    'ship before 12/20',
    '楼下15号快递柜',
    '最晚周五发',
    '周五前发',
    '周一到周五发货',
    '周五发也行',
    '明天能发吗',
    '周末有人，周一到周五放门卫',
  ])('none in %s', (note) => {
    expect(dateOf(note)).toBeNull();
  });
});

describe('a day by itself', () => {
  it.each([
    ['周五', '2026-12-04'],
    ['15号', '2026-12-15'],
    ['20号左右', '2026-12-20'],
    ['初八', '2027-02-13'],
    ['明天', '2026-12-02'],
  ])('is when a seller wants the parcel to leave, not a buyer: %s', (note, date) => {
    expect(shippingDayOf(note, now, true)?.date).toBe(date);
    expect(shippingDayOf(note, now)).toBeNull();
  });
});

describe('a day on which the parcel is to be there', () => {
  it.each(['2月14号送到', '生日12月20日当天送到', '12.24平安夜送'])(
    'asks first where it is further off than any way: %s',
    (note) => {
      expect(laterArrivalIn(note, now)).not.toBeNull();
    },
  );

  it.each(['12月20日前送到', '周五到货', '12月5号送到', '12月20日到期', '周一到周五收货'])(
    'asks nothing: %s',
    (note) => {
      expect(laterArrivalIn(note, now)).toBeNull();
    },
  );
});

describe('a note that names the day', () => {
  const codes = (note: string, at = now, field: 'buyerRemark' | 'sellerRemark' = 'buyerRemark') =>
    questionsOfNote(field, note, '留言', at).map(({ code, params }) => `${code} ${params.date ?? ''}`.trim());

  it('holds the order until that day, and no longer', () => {
    expect(codes('12月15日发货')).toEqual(['IMPORT_SHIP_LATER 2026-12-15']);
    expect(codes('12月10号以后再发')).toEqual(['IMPORT_SHIP_LATER 2026-12-10']);
    expect(codes('预售 1月10日发')).toEqual(['IMPORT_SHIP_LATER 2027-01-10']);
    expect(codes('12月10号以后再发', Date.parse('2026-12-10T00:00:00+08:00'))).toEqual([]);
    expect(codes('预售 1月10日发', Date.parse('2027-01-12T09:00:00+08:00'))).toEqual([]);
    expect(codes('12月1日发货')).toEqual([]);
  });

  it('still asks about what else it says', () => {
    expect(codes('12月15日发货，地址写错了')).toEqual([
      'IMPORT_SHIP_LATER 2026-12-15',
      'IMPORT_NOTE_READDRESSES',
    ]);
  });

  it.each(['预售', '预售款，等通知', 'pre-order'])(
    'is asked about as a pre-sale without a day: %s',
    (note) => {
      expect(codes(note, now, 'sellerRemark').length).toBeGreaterThan(0);
    },
  );

  it.each(['非预售', '不是预售，现货', '预售已到货'])('is none: %s', (note) => {
    expect(codes(note, now, 'sellerRemark')).toEqual([]);
  });

  it.each([
    '下周发货',
    '下个月统一发',
    'Please hold until I confirm',
    'wait for my other order',
    'Cancel my order please',
    'ship with order #1001',
  ])('asks a buyer first: %s', (note) => {
    expect(codes(note)).toEqual(['IMPORT_BUYER_SAYS_WAIT']);
  });

  it.each([
    'Please hold the box upright',
    'ship before Friday',
    'No need to wait, ship soon',
    '和赠品一起发',
    '和货一起发',
    '发票和货一起寄',
  ])('is none in what buyers write every day: %s', (note) => {
    expect(codes(note)).toEqual([]);
  });
});
