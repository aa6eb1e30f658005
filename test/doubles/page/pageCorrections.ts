import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { AddressField, AddressIssue, AddressReading } from '../../../shared/domain/addressReading.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';

export interface CorrectionItem {
  orderId: string;
  orderNo: string;
  version: number;
  source: string;
  originalText: string;
  reading: Reading;
  complaints: { code: string; field: string; params?: Record<string, string> }[];
  goodsText: string;
  buyerRemark: string;
  /** Orders that share it are one entry. */
  addressKey: string;
  /** First complaint. */
  issue: string;
  isPutOff: boolean;
}

type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
type Reading = Writable<Omit<AddressReading, 'postcode'>>;

const place = { province: '', city: '', district: '', town: '' };

function reading(overall: number, issues: AddressIssue[], fields: Partial<Reading>): Reading {
  return {
    name: '',
    phone: '',
    extension: '',
    otherPhones: [],
    ...place,
    detail: '',
    zone: '',
    leftover: '',
    confidence: { overall, region: overall, name: 0.9, phone: 0.98, detail: 0.8 },
    status: 'review',
    issues,
    corrections: [],
    candidates: [],
    spans: [],
    ...fields,
  };
}

/** Marks where each of the given pieces stands in the text. */
function spansOf(
  text: string,
  pieces: readonly (readonly [AddressField | 'leftover', string])[],
): Reading['spans'] {
  return pieces
    .map(([field, piece]) => ({ field, start: text.indexOf(piece), end: text.indexOf(piece) + piece.length }))
    .filter(({ start }) => start >= 0);
}

interface Case {
  readonly text: string;
  read(text: string): Reading;
}

const cases: readonly Case[] = [
  {
    text: '林晓雨 13800000007 上海市闸北区彭浦镇共和新路1968弄6号502 放门口谢谢',
    read: (text) =>
      reading(0.42, ['old_name_corrected', 'leftover_text'], {
        name: '林晓雨',
        phone: '13800000007',
        province: '上海市',
        city: '上海市',
        district: '静安区',
        town: '彭浦镇',
        detail: '共和新路1968弄6号502',
        leftover: '放门口谢谢',
        corrections: [{ field: 'district', from: '闸北区', to: '静安区', reason: 'merged:2015' }],
        spans: spansOf(text, [
          ['name', '林晓雨'],
          ['phone', '13800000007'],
          ['province', '上海市'],
          ['district', '闸北区'],
          ['town', '彭浦镇'],
          ['detail', '共和新路1968弄6号502'],
          ['leftover', '放门口谢谢'],
        ]),
      }),
  },
  {
    text: '收件人：陈建国，电话 13800000012-4521，朝阳区望京街道阜通东大街6号院3号楼',
    read: (text) =>
      reading(0.55, ['district_ambiguous', 'extension_present'], {
        name: '陈建国',
        phone: '13800000012',
        extension: '4521',
        province: '北京市',
        city: '北京市',
        district: '朝阳区',
        town: '望京街道',
        detail: '阜通东大街6号院3号楼',
        candidates: [
          {
            province: '北京市',
            city: '北京市',
            district: '朝阳区',
            town: '望京街道',
            detail: '阜通东大街6号院3号楼',
            reason: 'town',
          },
          {
            province: '吉林省',
            city: '长春市',
            district: '朝阳区',
            town: '',
            detail: '望京街道阜通东大街6号院3号楼',
            reason: 'same-name',
          },
        ],
        corrections: [{ field: 'province', from: '', to: '北京市', reason: 'filled-from-child' }],
        spans: spansOf(text, [
          ['name', '陈建国'],
          ['phone', '13800000012'],
          ['extension', '4521'],
          ['district', '朝阳区'],
          ['town', '望京街道'],
          ['detail', '阜通东大街6号院3号楼'],
        ]),
      }),
  },
  {
    text: '武汉高新区关山街道珞喻路1037号 黄思琪 138****0031',
    read: (text) =>
      reading(0.61, ['zone_not_district', 'masked'], {
        name: '黄思琪',
        phone: '138****0031',
        province: '湖北省',
        city: '武汉市',
        district: '洪山区',
        town: '关山街道',
        zone: '高新区',
        detail: '珞喻路1037号',
        corrections: [{ field: 'district', from: '高新区', to: '洪山区', reason: 'filled-from-child' }],
        spans: spansOf(text, [
          ['city', '武汉'],
          ['district', '高新区'],
          ['town', '关山街道'],
          ['detail', '珞喻路1037号'],
          ['name', '黄思琪'],
          ['phone', '138****0031'],
        ]),
      }),
  },
  {
    text: '张小明 13800000021 深圳南山粤海街道科苑路8号2栋1单元',
    read: (text) =>
      reading(0.78, [], {
        name: '张小明',
        phone: '13800000021',
        province: '广东省',
        city: '深圳市',
        district: '南山区',
        town: '粤海街道',
        detail: '科苑路8号2栋1单元',
        corrections: [{ field: 'province', from: '', to: '广东省', reason: 'filled-from-child' }],
        spans: spansOf(text, [
          ['name', '张小明'],
          ['phone', '13800000021'],
          ['city', '深圳'],
          ['district', '南山'],
          ['town', '粤海街道'],
          ['detail', '科苑路8号2栋1单元'],
        ]),
      }),
  },
];

const issues = [
  'ADDRESS_LEFTOVER_TEXT',
  'ADDRESS_DISTRICT_AMBIGUOUS',
  'ADDRESS_MASKED',
  'ADDRESS_UNCERTAIN',
] as const;

const notShipped = 'REACH_PLACE_NOT_SHIPPED';

/** Of several regions none is taken until somebody chooses, so nothing of it was filled in either. */
const undecided = (read: Reading): Reading =>
  read.candidates.length > 1
    ? { ...read, ...place, corrections: read.corrections.filter(({ field }) => !Object.hasOwn(place, field)) }
    : read;

const note = '改地址：上海市静安区共和新路1号 李四 13900000000';

/** Its buyer wrote that it goes elsewhere. */
function readdressed(item: CorrectionItem): CorrectionItem {
  const code = 'IMPORT_NOTE_READDRESSES';
  const candidate = {
    province: '上海市',
    city: '上海市',
    district: '静安区',
    town: '',
    detail: '共和新路1号',
    reason: 'note',
    contact: { name: '李四', phone: '13900000000', extension: '' },
  };
  return {
    ...item,
    reading: { ...item.reading, candidates: [candidate] },
    complaints: [{ code, field: 'buyerRemark', params: { column: '买家留言', word: '改地址' } }],
    issue: code,
    buyerRemark: note,
  };
}

/** The orders that wait for review, each with one of the invented readings, worst first. */
export function pageCorrections(
  orders: readonly OrderRow[],
  { isRegionOpen = false, isNoteTelling = false }: Pick<PageCoreOptions, 'isRegionOpen' | 'isNoteTelling'>,
): CorrectionItem[] {
  const items = orders
    .filter(({ state, shipmentState }) => state === 'needs-review' && shipmentState !== 'refused')
    .map((order, index) => {
      const chosen = cases[index % cases.length]!;
      return {
        orderId: order.id,
        orderNo: order.orderNo,
        version: order.version,
        source: order.source,
        originalText: chosen.text,
        reading: isRegionOpen ? undecided(chosen.read(chosen.text)) : chosen.read(chosen.text),
        // One of them lies where the shop does not send.
        complaints: index === 3 ? [{ code: notShipped, field: 'receiver.province' }] : [],
        goodsText: order.goodsText,
        buyerRemark: index % 2 === 0 ? '尽快发货' : '',
        // Of twenty orders three go to one address.
        addressKey: [4, 8, 12].includes(index % 20) ? `address-${Math.floor(index / 20)}` : order.id,
        issue: index === 3 ? notShipped : issues[index % issues.length]!,
        isPutOff: false,
      };
    })
    .sort((a, b) => a.reading.confidence.overall - b.reading.confidence.overall);
  return isNoteTelling ? items.map((item, no) => (no === 0 ? readdressed(item) : item)) : items;
}

/** A reading for any pasted text: good enough to fill a form. */
export function readText(text: string): Reading {
  const phone = /1\d{10}/.exec(text)?.[0] ?? '';
  const name = /[一-龥]{2,4}(?=[\s，,]|$)/.exec(text)?.[0] ?? '';
  return reading(0.9, phone === '' ? ['missing_phone'] : [], {
    name,
    phone,
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    town: '仓前街道',
    detail: text.replace(phone, '').replace(name, '').trim().slice(0, 40),
    status: 'ok',
  });
}
