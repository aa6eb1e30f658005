import type { MappingRule } from '../kit/orderDraft.ts';
import type { ImportProfile } from '../profiles/importProfile.ts';
import {
  fieldByContent,
  isMobile,
  isMostly,
  isOrderNumber,
  isPhone,
  isWaybillNumber,
  shareOf,
} from './contentTests.ts';
import { isGuarded } from './headerDictionary.ts';

/** A column while it is being understood. */
export interface ColumnGuess {
  readonly columnIndex: number;
  readonly header: string;
  readonly normalised: string;
  /** Values of the sample rows, blanks included. */
  readonly values: readonly string[];
  field: string | null;
  rule: MappingRule;
  /** The column that fills the same field better; set when this one is left out for it. */
  givesWayTo?: number;
}

export function findGuess(guesses: readonly ColumnGuess[], field: string): ColumnGuess | undefined {
  return guesses.find((guess) => guess.field === field);
}

export function isByHand(rule: MappingRule): boolean {
  return rule === 'operator' || rule === 'remembered';
}

/** Said on purpose, even where it says “leave this column out”. */
function isSettled(rule: MappingRule): boolean {
  return rule === 'profile' || isByHand(rule);
}

/** How far a way of knowing is trusted before the values are looked at. Chosen by us, not measured. */
const trust: Readonly<Record<MappingRule, number>> = {
  operator: 1,
  remembered: 1,
  profile: 0.98,
  own: 0.98,
  dictionary: 0.95,
  contained: 0.75,
  content: 0.7,
  none: 0,
};

/** Fields whose values can be told right from wrong, with the test. */
const valueTests: Readonly<Record<string, (text: string) => boolean>> = {
  receiverPhone: (text) => isPhone(text) || /[*＊]/.test(text),
  receiverTel: (text) => isPhone(text) || /[*＊]/.test(text),
  quantity: (text) => /^\D{0,2}\d{1,6}(?:\.0+)?\D{0,4}$/.test(text),
  packageCount: (text) => /^\D{0,2}\d{1,6}(?:\.0+)?\D{0,4}$/.test(text),
  orderNo: (text) => /\d/.test(text) && text.length >= 3,
};

/** 0..1: the trust in the rule, lowered by the share of sample values that do not fit the field. A person's word is 1. */
export function columnConfidence(field: string | null, rule: MappingRule, values: readonly string[]): number {
  if (field === null) return 0;
  if (trust[rule] === 1) return 1;
  const test = valueTests[field];
  const isEmpty = values.every((value) => value.trim() === '');
  const fit = test === undefined || isEmpty ? 1 : shareOf(values, test);
  return Math.round(trust[rule] * (0.4 + 0.6 * fit) * 100) / 100;
}

/** Fields content may fill, when no header did: enough to find the receiver and to know the order again. */
const contentFields: ReadonlySet<string> = new Set([
  'oneLineReceiver',
  'receiverPhone',
  'receiverName',
  'fullAddress',
  'province',
  'orderNo',
  'waybillNo',
  'carrier',
]);

const addressFields: ReadonlySet<string> = new Set(['fullAddress', 'oneLineReceiver', 'province']);
const vagueNumber = /^(?:单号|编号|no\.?|number|订单)$/;
const runningNumber = /^(?:序号|行号|#)$/;

export function isFree(guess: ColumnGuess): boolean {
  return guess.field === null && !isSettled(guess.rule);
}

export function take(guess: ColumnGuess, field: string): void {
  guess.field = field;
  guess.rule = 'content';
}

/** 单号 and 编号 say nothing: the shape does, and a column of distinct codes is the order's number where no other is. */
function fillOrderNo(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  if (findGuess(guesses, 'orderNo') !== undefined) return;
  const { orderNoShape } = profile;
  const isOrderNo = (text: string): boolean => isOrderNumber(text) || orderNoShape?.test(text) === true;
  const byShape = guesses.find((guess) => isFree(guess) && isMostly(guess.values, isOrderNo));
  if (byShape !== undefined) {
    take(byShape, 'orderNo');
    return;
  }
  const vague = guesses.find((guess) => isFree(guess) && vagueNumber.test(guess.normalised));
  const values = (vague?.values ?? []).filter((value) => value !== '');
  const isCode = values.every((value) => /^[\w#-]{4,40}$/.test(value) && /\d/.test(value));
  // A list that is kept while parcels leave has the couriers' numbers under 单号.
  if (vague !== undefined && values.length > 0 && isCode && !isMostly(values, isWaybillNumber))
    take(vague, 'orderNo');
}

/** Headerless tables often split the region: what ends like a city right of the province is one, and so on. */
function fillRegions(guesses: readonly ColumnGuess[]): void {
  const start = guesses.findIndex(({ field, rule }) => field === 'province' && rule === 'content');
  if (start < 0 || findGuess(guesses, 'city') !== undefined) return;
  const steps: readonly (readonly [string, RegExp])[] = [
    ['city', /(?:市|州|盟|地区)$/],
    ['district', /(?:区|县|市|旗)$/],
    ['town', /(?:街道|镇|乡)$/],
    ['addressDetail', /^.{4,}$/],
  ];
  let index = start + 1;
  for (const [field, shape] of steps) {
    const guess = guesses[index];
    if (guess === undefined) return;
    if (!isFree(guess) || !isMostly(guess.values, (text) => shape.test(text))) continue;
    take(guess, field);
    index += 1;
  }
}

const speaksOfStaff = /业务|客服|销售|制单|录入|操作|经手|推广|跟单|审核|打单|配货|负责|司机/;
const speaksOfPerson = /姓名|称呼/;
/** 班级, 颜色: values may be built like names. */
const speaksOfThing =
  /班|级|部门|单位|公司|店|仓|色|码|款|规格|型号|口味|类|品|货|快递|物流|平台|渠道|来源|状态|方式|时间|日期|原因|标签|性别|备注|留言|是否|付|[省市区县镇]$/;

/** A header that says something else counts more than the values; under 怎么称呼, 乙 or no header the values count. */
function mayHold(field: string, normalised: string): boolean {
  if (isGuarded(field, normalised)) return false;
  if (field !== 'receiverName' || normalised === '') return true;
  return (
    !speaksOfStaff.test(normalised) && (speaksOfPerson.test(normalised) || !speaksOfThing.test(normalised))
  );
}

/** Gives columns that no header explained a field by their values. A field that has a column already keeps it. */
export function fillByContent(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  fillOrderNo(guesses, profile);
  const hasAddress = ['fullAddress', 'addressDetail', 'oneLineReceiver'].some((field) =>
    findGuess(guesses, field),
  );
  for (const guess of guesses) {
    if (!isFree(guess) || runningNumber.test(guess.normalised)) continue;
    const field = fieldByContent(guess.values);
    if (field === null || !contentFields.has(field) || findGuess(guesses, field) !== undefined) continue;
    if (addressFields.has(field) && hasAddress) continue;
    if (!mayHold(field, guess.normalised)) continue;
    take(guess, field);
  }
  fillRegions(guesses);
}

const deliveryWord = /^(?:快递|ems|平邮|物流|自提|同城|虚拟|无需物流|快递发货)$/i;

/** 联系电话 is the mobile in one file and the landline in another. */
function settlePhone(guesses: readonly ColumnGuess[]): void {
  const tel = findGuess(guesses, 'receiverTel');
  if (tel === undefined || isByHand(tel.rule) || findGuess(guesses, 'receiverPhone') !== undefined) return;
  if (isMostly(tel.values, isMobile)) tel.field = 'receiverPhone';
}

/** 街道 is the town, or, in older Pinduoduo files, the whole street address. */
function settleStreet(guesses: readonly ColumnGuess[]): void {
  const town = findGuess(guesses, 'town');
  const hasAddress = guesses.some(({ field }) => field === 'fullAddress' || field === 'addressDetail');
  if (town === undefined || hasAddress || isByHand(town.rule)) return;
  if (isMostly(town.values, (text) => text.length > 8 || /\d/.test(text))) town.field = 'addressDetail';
}

/** 件数 beside a product and without 数量 counts goods: taking it for parcels would order too many labels. */
function settlePieces(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  const parcels = findGuess(guesses, 'packageCount');
  const isGoodsCount =
    findGuess(guesses, 'quantity') === undefined && findGuess(guesses, 'goodsName') !== undefined;
  if (parcels?.normalised !== '件数' || !isGoodsCount || isByHand(parcels.rule)) return;
  if (profile.isCourierSheet !== true) parcels.field = 'quantity';
}

/** 快递 names the carrier, or only says that it goes by courier at all. */
function settleCarrier(guesses: readonly ColumnGuess[]): void {
  const carrier = findGuess(guesses, 'carrier');
  if (carrier === undefined || isByHand(carrier.rule)) return;
  if (isMostly(carrier.values, (text) => deliveryWord.test(text))) carrier.field = 'delivType';
}

/** Words that change their meaning from file to file are decided by what stands below and beside them. */
export function settleAmbiguous(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  settlePhone(guesses);
  settleStreet(guesses);
  settlePieces(guesses, profile);
  settleCarrier(guesses);
}
