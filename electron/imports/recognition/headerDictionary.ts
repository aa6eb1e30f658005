import type { StatusVerdict } from '../../../shared/domain/order.ts';
import { type CanonicalField, headerSpellings } from '../profiles/headerSpellings.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';

const fieldBySpelling = new Map<string, CanonicalField>();
/** The same without `_`, `-` and `.` between Latin words. */
const fieldByLetters = new Map<string, CanonicalField>();
for (const [field, spellings] of Object.entries(headerSpellings)) {
  for (const spelling of spellings.split('|')) {
    fieldBySpelling.set(normaliseHeader(spelling), field as CanonicalField);
  }
}
for (const [spelling, field] of fieldBySpelling) {
  const letters = withoutMarks(spelling);
  if (letters !== null) fieldByLetters.set(letters, field);
}

/**
 * Programs write `order_no`, `order-no` and `orderNo` for what a person writes as Order No. null: not a Latin name with such a mark.
 * `shipping_name` and `shipping name` mean two things, so a spelling as it stands always counts first.
 */
function withoutMarks(normalised: string): string | null {
  return /^[a-z][a-z\d]*([_.-][a-z\d]+)+$/.test(normalised) ? normalised.replace(/[_.-]/g, '') : null;
}

/** Inside a longer header these are something else: a postal code, a payment status, details of goods. */
const onlyWhole: ReadonlySet<string> = new Set([
  'cod',
  'status',
  'order',
  'name',
  'contact',
  'detail',
  'area',
  'town',
  'count',
]);

/** Spellings that may be found inside a longer header: three characters or more, longest first. */
const containable = [...fieldBySpelling.keys()]
  .filter((spelling) => spelling.length >= 3 && !onlyWhole.has(spelling))
  .sort((left, right) => right.length - left.length);

/** Fields that say where the parcel goes. A wrong column here sends it to a stranger. */
export const receiverFields: ReadonlySet<string> = new Set<CanonicalField>([
  'receiverName',
  'receiverPhone',
  'receiverTel',
  'phoneExt',
  'country',
  'province',
  'city',
  'district',
  'town',
  'regionFull',
  'addressDetail',
  'addressDetail2',
  'fullAddress',
  'newAddress',
  'zip',
  'oneLineReceiver',
]);

/** A header with one of these is never about the receiver. */
const receiverGuard =
  /寄件|发件|寄方|发货人|退货|售后|发票|纳税|开户|身份证|实名|门店|仓库|配送员|达人|团长|推广|供应商|分销|服务商|收件员|下单网点|billing|sender|shipper|seller/;
/** A header with one of these holds another number than the order's. */
const orderNoGuard = /支付|赠品|活动|渠道|第三方|清关|流水|发票|退款|售后|平台补贴|礼物/;

/** A header with one of these holds something of the payment, not the way it was made. */
const payChannelGuard = /号|时间|状态|费/;

/** Buyer Paid Shipping Fee, Remark from buyer: no account of a person. */
const buyerGuard = /fee|paid|remark|note|费|款/;

/** May a header with these words not be this field without a person's word? */
export function isGuarded(field: string, normalised: string): boolean {
  if (receiverFields.has(field)) return receiverGuard.test(normalised);
  if (field === 'orderNo' || field === 'subOrderNo') return orderNoGuard.test(normalised);
  if (field === 'buyer') return buyerGuard.test(normalised);
  if (field === 'payChannel') return payChannelGuard.test(normalised);
  return false;
}

/** `商品1`, `数量2`: the name without its number; the header itself where it has none. */
export const withoutNumber = (normalised: string): string => normalised.replace(/(?<=[^\d-])\d{1,2}$/, '');

/** Field whose spelling the normalised header is, null when none is. */
export function exactField(normalised: string): CanonicalField | null {
  const letters = withoutMarks(normalised) ?? normalised;
  return (
    fieldBySpelling.get(normalised) ?? fieldBySpelling.get(letters) ?? fieldByLetters.get(letters) ?? null
  );
}

/** A remark of one of these is about something else than the parcel. */
const noteGuard = /退款|退货|售后|发票|开票|财务|结算|对账|签收|异常|商品|货品|产品|物流|快递|评价/;

/** 代理备注, 小程序留言: whoever wrote it, it is to be heard before the parcel leaves. */
function noteField(normalised: string): CanonicalField | null {
  if (noteGuard.test(normalised)) return null;
  if (/(?:留言|附言)$/.test(normalised)) return 'buyerRemark';
  return normalised.endsWith('备注') ? 'sellerRemark' : null;
}

/** 实发数量, 出库数量, 数量(瓶) of an ERP: of the goods, unless they count what does not go out with this order. */
const countOfGoods = /数量$/;
const countOfOther =
  /库存|可用|可发|在途|缺|退|售后|取消|撤|已|未|剩|欠|赠|累计|订单|包裹|种类|起订|限购|套餐/;

/** Field of the longest spelling inside the header; never of a yes/no column, never against a guard word. */
export function containedField(normalised: string): CanonicalField | null {
  if (normalised.startsWith('是否')) return null;
  const numbered = exactField(withoutNumber(normalised));
  if (numbered !== null) return isGuarded(numbered, normalised) ? null : numbered;
  const letters = withoutMarks(normalised) ?? normalised;
  const spelling = containable.find(
    (one) => one.length < normalised.length && (normalised.includes(one) || letters.includes(one)),
  );
  if (spelling === undefined && countOfGoods.test(normalised) && !countOfOther.test(normalised))
    return 'quantity';
  const field = spelling === undefined ? undefined : fieldBySpelling.get(spelling);
  if (field === undefined) return noteField(normalised);
  return isGuarded(field, normalised) ? null : field;
}

export function isCanonicalField(name: string): name is CanonicalField {
  return Object.hasOwn(headerSpellings, name);
}

/** Header slots of one set of headers → field the operator chose, null to leave the column out. */
export interface ColumnMemory {
  readonly profile: string;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** What a workspace taught on top of the built-in dictionary. */
export interface OwnDictionary {
  /** Normalised header → canonical field. */
  readonly spellings: ReadonlyMap<string, string>;
  /** By header key. */
  readonly memories: ReadonlyMap<string, ColumnMemory>;
  /** By `statusKey`. */
  readonly statusAnswers: ReadonlyMap<string, StatusVerdict>;
}

export const emptyOwnDictionary: OwnDictionary = {
  spellings: new Map(),
  memories: new Map(),
  statusAnswers: new Map(),
};

/** Words mean what they mean at one platform: 待审核 is a cancelled order here and a paid one there. */
export function statusKey(profile: string, word: string): string {
  return `${profile}\u0000${word}`;
}
