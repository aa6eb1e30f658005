import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import type { PrintJobState } from '../../../shared/domain/printing/printJob.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import type { TrackingState } from '../../../shared/domain/tracking.ts';
import { seededRandom } from '../seededRandom.ts';

const surnames = [...'林陈黄张李王吴刘周徐孙朱高郭何罗梁宋郑谢韩唐冯于董'];
const places = [
  ['广东省', '深圳市', '南山区', '粤海街道', '科技南路 18 号'],
  ['浙江省', '杭州市', '余杭区', '仓前街道', '文一西路 969 号 3 幢'],
  ['江苏省', '苏州市', '吴中区', '木渎镇', '金山南路 288 号'],
  ['上海市', '上海市', '静安区', '彭浦镇', '共和新路 1968 弄 6 号 502'],
  ['北京市', '北京市', '朝阳区', '望京街道', '阜通东大街 6 号院 3 号楼'],
  ['四川省', '成都市', '武侯区', '簇锦街道', '武青南路 33 号'],
  ['湖北省', '武汉市', '洪山区', '关山街道', '珞喻路 1037 号'],
  ['广东省', '东莞市', '', '厚街镇', '康乐南路 12 号'],
  ['陕西省', '西安市', '雁塔区', '小寨路街道', '长安中路 111 号'],
  ['山东省', '青岛市', '市北区', '台东街道', '威海路 246 号'],
] as const;
const goods = [
  '云南小粒咖啡 500g',
  '纯棉床品四件套 灰',
  '手工竹编收纳篮',
  '儿童保温杯 350ml 粉',
  '武夷岩茶礼盒',
  '无线键盘 白',
  '羊毛围巾 驼色',
  '厨房刀具三件套',
];
const sources = ['taobao', 'pinduoduo', 'douyin', 'jd', 'generic'];
const carriers = ['ZTO', 'YTO', 'SF', 'STO', 'YD'];

/** As platforms word it. */
const refusals = ['收件地址超出派送范围', '寄件人手机号格式不正确'];

interface Stage {
  readonly share: number;
  readonly state: OrderState;
  readonly shipmentState: ShipmentState | null;
  readonly printState: PrintJobState | null;
  readonly errorCode: string;
}

const stages: readonly Stage[] = [
  { share: 0.04, state: 'needs-review', shipmentState: null, printState: null, errorCode: '' },
  { share: 0.3, state: 'ready', shipmentState: null, printState: null, errorCode: '' },
  { share: 0.03, state: 'booking', shipmentState: 'planned', printState: null, errorCode: '' },
  { share: 0.01, state: 'booking', shipmentState: 'sending', printState: null, errorCode: '' },
  { share: 0.008, state: 'booking', shipmentState: 'unsure', printState: null, errorCode: 'SHIPMENT_UNSURE' },
  {
    share: 0.012,
    state: 'needs-review',
    shipmentState: 'refused',
    printState: null,
    errorCode: 'CARRIER_REFUSED',
  },
  { share: 0.05, state: 'booked', shipmentState: 'booked', printState: null, errorCode: '' },
  { share: 0.2, state: 'booked', shipmentState: 'booked', printState: 'confirmed', errorCode: '' },
  { share: 0.01, state: 'booked', shipmentState: 'booked', printState: 'unsure', errorCode: '' },
  { share: 0.01, state: 'booked', shipmentState: 'booked', printState: 'failed', errorCode: '' },
  { share: 0.2, state: 'in-transit', shipmentState: 'booked', printState: 'confirmed', errorCode: '' },
  { share: 0.11, state: 'delivered', shipmentState: 'booked', printState: 'confirmed', errorCode: '' },
  { share: 0.005, state: 'held', shipmentState: null, printState: null, errorCode: '' },
  {
    share: 0.005,
    state: 'held',
    shipmentState: null,
    printState: null,
    errorCode: 'NUMBER_BOOKED_BEFORE_RESTORE',
  },
  { share: 0.01, state: 'cancelled', shipmentState: null, printState: null, errorCode: '' },
];

const stageOf = (share: number): Stage => {
  let sum = 0;
  for (const stage of stages) {
    sum += stage.share;
    if (sum > share) return stage;
  }
  return stages[1]!;
};

function holdReasonOf({ state, errorCode }: Stage) {
  if (state !== 'held') return '' as const;
  return errorCode === '' ? ('out-of-stock' as const) : ('booked-before' as const);
}

/** `count` invented orders, newest first; nobody in them exists. */
export function sampleOrders(count: number, now: number, seed = 7): OrderRow[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const made = Array.from({ length: count }, (_, index) => {
    const stage = stageOf(index < 24 ? ((index * 7) % 24) / 24 : random());
    const [province, city, district, town, detail] = pick(places);
    const carrier = pick(carriers);
    const serial = String(count - index).padStart(6, '0');
    return {
      id: `o${serial}`,
      orderNo: `20261125${serial}${String(1000 + Math.floor(random() * 9000))}`,
      source: pick(sources),
      shop: '山野小铺旗舰店',
      state: stage.state,
      version: 3,
      receiver: {
        name: `${pick(surnames)}**`,
        phone: `138****${String(Math.floor(random() * 10_000)).padStart(4, '0')}`,
        extension: random() < 0.1 ? String(1000 + Math.floor(random() * 9000)) : '',
        province,
        city,
        district,
        town,
        detail: `${detail.slice(0, 3)}****`,
      },
      goodsText: `${pick(goods)} ×${1 + Math.floor(random() * 3)}`,
      quantity: 1 + Math.floor(random() * 3),
      weightGrams: random() < 0.2 ? null : 200 + Math.floor(random() * 4000),
      carrier: stage.shipmentState === null ? '' : carrier,
      platform: stage.shipmentState === null ? '' : 'practice',
      waybillNo:
        stage.shipmentState === 'booked'
          ? `TEST${serial.padStart(9, '0')}${String(10_000 + Math.floor(random() * 90_000))}`
          : '',
      shipmentState: stage.shipmentState,
      printState: stage.printState,
      errorCode: stage.errorCode,
      errorParams: stage.errorCode === 'CARRIER_REFUSED' ? { reason: refusals[index % 2] ?? '' } : {},
      freightFen: stage.shipmentState === 'booked' ? 650 + (index % 7) * 120 : null,
      holdReason: holdReasonOf(stage),
      holdNote: '',
      heldAt: stage.state === 'held' ? now - index * 41_000 : null,
      alarm: '' as const,
      paidAt: now - index * 41_000 - 3_600_000,
      shipBy: index % 3 === 0 ? null : now - index * 41_000 + 47 * 3_600_000,
      promisedAt: null,
      createdAt: now - index * 41_000,
    };
  });
  const [first, second] = made.filter(({ state }) => state === 'ready');
  return made.map((order) => ({
    ...order,
    goodsText: order.goodsText.replace(/\d+$/, String(order.quantity)),
    // The pair that can be combined is of one receiver.
    ...(order === second && first !== undefined && { receiver: first.receiver }),
  }));
}

/** The second printer of the sample: the one that ran out of paper. */
export const networkPrinterUri = 'tcp://192.168.1.50:9100?lang=tspl&dpi=203&size=76x130';
const virtualPrinterUri = 'virtual:?dpi=203&size=76x130';

/** Most labels are out as far as anybody knows; a few were scanned, a few only handed over, a few wait for a word. */
function sampleState(order: OrderRow, index: number): PrintJobState {
  const state = order.printState ?? 'waiting';
  if (state !== 'confirmed') return state;
  if (index % 41 === 7) return 'held';
  if (index % 9 === 4) return 'scanned';
  return index % 13 === 5 ? 'accepted' : state;
}

const sampleCodes: Partial<Record<PrintJobState, string>> = {
  failed: 'PRINTER_UNREACHABLE',
  unsure: 'PRINTER_CONNECTION_LOST',
};

/** What the words of those two name. */
const sampleParams = { host: '192.168.1.50', port: 9100, cause: 'ETIMEDOUT' };

export function sampleJobs(orders: readonly OrderRow[], now: number): PrintJobRow[] {
  return orders
    .filter((order) => order.printState !== null)
    .map((order, index) => {
      const state = sampleState(order, index);
      const at = now - index * 50_000;
      const isSent = state !== 'waiting' && state !== 'held' && state !== 'failed';
      return {
        id: `j${order.id}`,
        orderId: order.id,
        orderNo: order.orderNo,
        waybillNo: order.waybillNo,
        parcelNo: 1,
        parcelTotal: order.quantity === 3 ? 3 : 1,
        motherWaybillNo: order.quantity === 3 ? order.waybillNo : '',
        carrier: order.carrier,
        receiverName: order.receiver.name,
        printerUri:
          state === 'unsure' || state === 'failed' || index % 3 === 1 ? networkPrinterUri : virtualPrinterUri,
        movedFrom: '',
        state,
        version: 2,
        copyNo: index % 17 === 3 ? 2 : 1,
        reason: index % 17 === 3 ? '面单打花' : '',
        operator: '',
        approver: '',
        serialNo: (index % 50) + 1,
        serialTotal: 50,
        template: null,
        errorCode: sampleCodes[state] ?? '',
        errorParams: isSent || state === 'failed' ? sampleParams : {},
        size: '' as const,
        holdReason:
          state !== 'held' ? ('' as const) : index % 2 === 0 ? ('restart' as const) : ('stale' as const),
        createdAt: at - 30_000,
        sentAt: isSent ? at - 10_000 : null,
        scannedAt: state === 'scanned' ? at + 20_000 : null,
        settledAt: isSent && state !== 'unsure' ? at : null,
        drawnBy: isSent ? ('ours' as const) : ('' as const),
        batchId: index < 100 ? `b${Math.floor(index / 50)}` : '',
        ownLayoutReason: isSent && index % 29 === 11 ? ('too-large' as const) : ('' as const),
      };
    });
}

const trackTexts: readonly (readonly [TrackingState, string, string])[] = [
  ['awaiting-collection', '商家已下单，等待揽收', ''],
  ['collected', '【深圳市】快件已被揽收', '深圳市'],
  ['in-transit', '【深圳转运中心】快件已发往杭州转运中心', '深圳市'],
  ['destination', '【杭州市】快件到达余杭网点', '杭州市'],
  ['delivering', '【杭州市】快递员正在派送', '杭州市'],
  ['signed', '【杭州市】已签收，签收人：本人', '杭州市'],
  ['problem', '【杭州市】收件人电话无法接通，已安排再次派送', '杭州市'],
];

export function sampleTracks(orders: readonly OrderRow[], now: number): TrackRow[] {
  return orders
    .filter((order) => order.waybillNo !== '')
    .map((order, index) => {
      const at =
        order.state === 'delivered'
          ? 5
          : index % 19 === 4
            ? 6
            : order.state === 'in-transit'
              ? 1 + (index % 4)
              : 0;
      const [state, lastText] = trackTexts[at]!;
      return {
        waybillNo: order.waybillNo,
        orderNo: order.orderNo,
        carrier: order.carrier,
        state,
        exception: at === 6 ? 'not-reachable' : '',
        lastText,
        lastAt: now - 3_600_000 - (index % 19) * 5 * 3_600_000 - index * 60_000,
        checkedAt: index % 23 === 2 ? null : now - 180_000 - index * 20_000,
        bookedAt: order.createdAt,
      };
    });
}

/** The way of a parcel up to its present state, newest last. */
export function sampleEvents(row: TrackRow, now: number) {
  const end = trackTexts.findIndex(([state]) => state === row.state);
  return trackTexts
    .slice(0, end + 1)
    .filter(([state]) => state !== 'signed' || row.state === 'signed')
    .map(([status, text, location], index) => ({
      at: now - (end - index + 1) * 7_200_000,
      text,
      location,
      status,
      rawStatus: String(index),
    }));
}
