import type { Answered } from '../../../../shared/contracts/contract.ts';
import { type PackingRules, usualPackingRules } from '../../../../shared/domain/packing/packing.ts';
import { hourMs, shopMinute, startOfShopDay } from '../../../../shared/rules/shopTime.ts';

type Desk = Answered<'packing', 'desk'>;
type Row = Answered<'packing', 'window'>['rows'][number];

/**
 * What the bench of the sample is like. `weighs`: parcels are weighed · `scale`: by a scale · `many`: a parcel of fourteen kinds · `longNames`: goods named as on a market · `serials`: a piece with a code
 * of its own · `lost`: labels do not come out · `numbered`: numbers have come of parcels that were put aside · `old`: orders were read long ago ·
 * `taken`: another bench takes the parcel over as soon as it lies open.
 */
const benchScenes = [
  'weighs',
  'slips',
  'scale',
  'many',
  'longNames',
  'serials',
  'lost',
  'numbered',
  'late',
  'old',
  'camera',
  'taken',
] as const;
export type BenchScene = (typeof benchScenes)[number];
export const isBenchScene = (text: string): text is BenchScene => benchScenes.some((scene) => scene === text);

export interface SampleGoods {
  readonly name: string;
  readonly sku: string;
  readonly skuCode: string;
  readonly quantity: number;
  readonly hasSerials?: boolean;
}

/** Two of the one and one of the other, and a card without a code. */
const usual: readonly SampleGoods[] = [
  { name: '云南小粒咖啡 500g', sku: '中度烘焙', skuCode: 'COFFEE-500', quantity: 2 },
  { name: '手冲滤杯', sku: '白', skuCode: '6901234567892', quantity: 1 },
  { name: '感谢卡', sku: '', skuCode: '', quantity: 1 },
];

const camera: readonly SampleGoods[] = [
  { name: '运动相机 4K 防水版', sku: '黑色 128G', skuCode: 'CAM-4K', quantity: 1, hasSerials: true },
  { name: '备用电池', sku: '', skuCode: 'CAM-BAT', quantity: 2 },
];

const names = ['咖啡', '滤杯', '滤纸', '分享壶', '手冲壶', '磨豆机', '电子秤', '奶泡壶'];

const many: readonly SampleGoods[] = Array.from({ length: 14 }, (_, at) => ({
  name: `${names[at % names.length]} ${at < names.length ? '标准装' : '家庭装'}`,
  sku: ['白', '黑', '原木'][at % 3] ?? '',
  skuCode: `GOODS-${String(at + 1).padStart(2, '0')}`,
  quantity: 1 + (at % 3),
}));

/** As shops on a market name their goods: the variant at the end tells them apart. */
const longNames: readonly SampleGoods[] = [
  '颜色分类：雾霾蓝；尺码：XL（建议 120-140 斤）',
  '颜色分类：雾霾蓝；尺码：XXL（建议 140-160 斤）',
].map((sku, at) => ({
  name: '2026 秋冬新款加绒加厚圆领卫衣女宽松慵懒风百搭情侣装上衣潮流 ins 打底衫',
  sku,
  skuCode: `HOODIE-${at}`,
  quantity: 1 + at,
}));

export function goodsOf(scenes: readonly BenchScene[]): readonly SampleGoods[] {
  if (scenes.includes('many')) return many;
  if (scenes.includes('longNames')) return longNames;
  return scenes.includes('serials') ? camera : usual;
}

export const rulesOf = (scenes: readonly BenchScene[]): PackingRules => ({
  ...usualPackingRules,
  ...(scenes.includes('weighs') ? { weighs: true, printAt: 'weight' as const } : {}),
  ...(scenes.includes('slips') ? { slipPrinterUri: 'virtual:' } : {}),
});

/** Who packed how many of these in each hour of today. */
export function hoursOf(rows: readonly Row[], now: number): Desk['hours'] {
  const midnight = startOfShopDay(now);
  const hours = new Map<string, Desk['hours'][number]>();
  for (const { closedAt, closedBy: operator } of rows) {
    const hour = Math.floor(((closedAt ?? 0) - midnight) / hourMs);
    const before = hours.get(`${hour} ${operator}`)?.parcels ?? 0;
    if (hour >= 0) hours.set(`${hour} ${operator}`, { operator, hour, parcels: before + 1 });
  }
  return [...hours.values()].sort((one, other) => one.hour - other.hour);
}

/** What the stops of the double name, whichever of them their sentence takes. */
export const stopParams = (now: number) => ({
  parcelNo: 1,
  shop: '山野小铺旗舰店',
  packReason: 'out-of-stock',
  goodsDoubt: 'rows',
  operator: '小赵',
  benchName: '2 号台',
  at: shopMinute(now - 900_000),
  waybillNo: 'TEST00000059910321',
  otherNo: '202611250005981042',
  carrierCode: 'YD',
  handoverNo: 'H20261128-1',
  code: 'COFFEE-500',
  first: 'COFFEE-500',
  second: '6901234567892',
  count: 3,
  quantity: 2,
  left: 3,
  weight: '1.48 kg',
  least: '1.08 kg',
  most: '1.16 kg',
  seconds: 4,
});

/** Packed before the page was opened, by two people: one every five minutes, all of it today however early it is. */
export function packedBefore(
  packed: readonly { id: string; orderNo: string; carrier: string; waybillNo: string }[],
  now: number,
): Row[] {
  const stepMs = Math.min(300_000, (now - startOfShopDay(now)) / (packed.length + 1));
  return packed.map(({ id, orderNo, carrier, waybillNo }, at) => ({
    parcelId: `packed-${id}`,
    orderId: id,
    orderNo,
    shop: '山野小铺旗舰店',
    carrier,
    waybillNo,
    parcelNo: 1,
    parcelTotal: at === 3 ? 2 : 1,
    state: 'closed',
    version: 2,
    openedAt: Math.round(now - (at + 1) * stepMs) - 40_000,
    openedBy: at % 3 === 2 ? '王芳' : '小赵',
    closedAt: Math.round(now - (at + 1) * stepMs),
    closedBy: at % 3 === 2 ? '王芳' : '小赵',
    reopened: at === 5 ? 1 : 0,
    slipCode: '',
    slipPrintedAt: null,
    slipState: '' as const,
    slipError: '',
    weightGrams: at % 4 === 1 ? null : 1_080 + at * 13,
  }));
}
