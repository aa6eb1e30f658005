import { type ColumnMapping, mappingRules } from '../kit/orderDraft.ts';
import { variantSpellings } from '../profiles/headerSpellings.ts';
import type { ImportProfile } from '../profiles/importProfile.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import {
  type ColumnGuess,
  columnConfidence,
  fillByContent,
  isByHand,
  settleAmbiguous,
} from './columnGuess.ts';
import { isPhone, shareOf } from './contentTests.ts';
import { fillGoods } from './goodsColumns.ts';
import {
  containedField,
  exactField,
  type OwnDictionary,
  receiverFields,
  withoutNumber,
} from './headerDictionary.ts';

/** Remarks and flags are read from several columns; every other field from one. */
const sharedFields: ReadonlySet<string> = new Set([
  'buyerRemark',
  'sellerRemark',
  'holdFlag',
  'closeReason',
  'refundStatus',
  'refundAmount',
  'shipState',
  'delivType',
  'isPresale',
  'receiverFirstLast',
  'addressDetail2',
  'promiseShipTime',
  'promiseArriveTime',
  'goodsCount',
]);

/** Not needed here: numbers of identity papers, sealed receiver ids. */
const hiddenFields: ReadonlySet<string> = new Set(['receiverIdName', 'receiverIdNo', 'oaid']);

const variantHeaders: ReadonlySet<string> = new Set(variantSpellings.split('|').map(normaliseHeader));

/** 商品1, 数量1, 商品2, 数量2: each number is one of the goods. */
const numberedFields: ReadonlySet<string> = new Set(['goodsName', 'sku', 'skuCode', 'quantity']);
const isNumbered = (normalised: string): boolean => withoutNumber(normalised) !== normalised;

/** 颜色 and 尺码 beside each other say one thing together. */
function isShared({ field, normalised }: ColumnGuess): boolean {
  if (sharedFields.has(field ?? '') || (field === 'sku' && variantHeaders.has(normalised))) return true;
  return numberedFields.has(field ?? '') && isNumbered(normalised);
}

const addressFields: ReadonlySet<string | null> = new Set(['fullAddress', 'addressDetail']);

const phoneFields: ReadonlySet<string | null> = new Set(['receiverPhone', 'receiverTel']);

/**
 * 地址1 and 地址2 of one receiver are two lines of an address, and 手机2 is a spare number that nobody needs to be asked about; with a
 * 收件人2 they are a second receiver.
 */
function settleNumbered(guesses: readonly ColumnGuess[]): void {
  const isSecond = ({ normalised }: ColumnGuess): boolean =>
    /[2-9]$/.test(normalised) && isNumbered(normalised);
  if (guesses.some((guess) => guess.field === 'receiverName' && isSecond(guess))) return;
  for (const guess of guesses) {
    if (!isSecond(guess)) continue;
    if (addressFields.has(guess.field)) guess.field = 'addressDetail2';
    else if (phoneFields.has(guess.field)) leaveOut(guess);
  }
}

function rankOf({ rule }: ColumnGuess): number {
  return mappingRules.indexOf(rule);
}

function leaveOut(guess: ColumnGuess): void {
  guess.field = null;
  guess.rule = 'none';
}

/** Platform table first, then the workspace's own spellings, the dictionary, the longest word inside the header. */
function guessByHeader(
  guess: ColumnGuess,
  profile: ImportProfile,
  spellings: OwnDictionary['spellings'],
): void {
  const isThis = (header: string) => normaliseHeader(header) === guess.normalised;
  const [, said] = Object.entries(profile.headers ?? {}).find(([header]) => isThis(header)) ?? [];
  // A flag is read as it is: it fills no field, and none is guessed from its values.
  if (said !== undefined || Object.keys(profile.flags ?? {}).some(isThis)) {
    guess.field = said ?? null;
    guess.rule = 'profile';
    return;
  }
  const own = spellings.get(guess.normalised);
  if (own !== undefined) {
    guess.field = own;
    guess.rule = 'own';
    return;
  }
  const exact = exactField(guess.normalised);
  const field = exact ?? containedField(guess.normalised);
  guess.field = field;
  guess.rule = field === null ? 'none' : exact === null ? 'contained' : 'dictionary';
}

/** What a platform's table passes over because a better column stands beside it is read where that one was not exported. */
function keepOnlyGoods(guesses: readonly ColumnGuess[]): void {
  if (guesses.some(({ field }) => field === 'goodsName')) return;
  const left = guesses.find(
    ({ field, rule, normalised }) =>
      field === null && rule === 'profile' && exactField(normalised) === 'goodsName',
  );
  if (left === undefined) return;
  left.field = 'goodsName';
  left.rule = 'dictionary';
}

const senderTwin: Readonly<Record<string, string>> = {
  receiverName: 'senderName',
  receiverPhone: 'senderPhone',
  receiverTel: 'senderPhone',
  fullAddress: 'senderAddress',
  addressDetail: 'senderAddress',
};

/** Where a title says so, the parts of the region are the sender's too. */
const titledTwin: Readonly<Record<string, string>> = {
  ...senderTwin,
  receiverCompany: 'senderCompany',
  province: 'senderProvince',
  city: 'senderCity',
  district: 'senderDistrict',
};

function giveToSender(guess: ColumnGuess, twins: Readonly<Record<string, string>>): void {
  const twin = guess.field === null ? undefined : twins[guess.field];
  if (twin !== undefined) guess.field = twin;
}

/** Courier sheets repeat 联系人 and 联系电话: those between the first 寄件 and the first 收件 header are the sender's. */
function applySenderPosition(guesses: readonly ColumnGuess[]): void {
  const firstReceiver = guesses.findIndex((guess) => /^(?:收件|收货)/.test(guess.normalised));
  const firstSender = guesses.findIndex((guess) => /^(?:寄件|发件|寄方)/.test(guess.normalised));
  if (firstSender < 0 || firstReceiver < firstSender) return;
  for (const guess of guesses.slice(firstSender, firstReceiver)) giveToSender(guess, senderTwin);
}

function validity(guess: ColumnGuess): number {
  if (guess.field === 'receiverPhone' || guess.field === 'receiverTel') {
    const filled = guess.values.filter((value) => value.trim() !== '').length;
    return shareOf(guess.values, isPhone) * filled;
  }
  return guess.values.filter((value) => value.trim() !== '').length;
}

/** Beside 客户姓名, 收货人 is who receives. */
function saysReceiver({ field, normalised }: ColumnGuess): boolean {
  return receiverFields.has(field ?? '') && /收|ship|recipient|receiver|consignee/.test(normalised);
}

/**
 * Beside the number that an ERP gave (单据编号, 订单编号), 线上单号 and 原始单号 are what platform and buyer know the order by, where each row has
 * one, and one alone.
 */
function saysPlatform({ field, normalised, values }: ColumnGuess): boolean {
  const isNumber = (value: string): boolean => value.trim() !== '' && !/[,，;；]/.test(value);
  return field === 'orderNo' && /线上|平台|原始(?!线上)/.test(normalised) && values.every(isNumber);
}

/** A person's word first, then a column that says anything at all, then the surer rule, then more valid values. */
function beats(guess: ColumnGuess, rival: ColumnGuess): boolean {
  const lead = rankOf(guess) - rankOf(rival);
  if (isByHand(guess.rule) || isByHand(rival.rule)) return lead > 0;
  const [mine, theirs] = [validity(guess), validity(rival)];
  if (mine > 0 !== theirs > 0) return mine > 0;
  if (lead !== 0) return lead > 0;
  if (saysPlatform(guess) !== saysPlatform(rival)) return saysPlatform(guess);
  if (saysReceiver(guess) !== saysReceiver(rival)) return saysReceiver(guess);
  return mine > theirs;
}

/** One column a field: the surer rule, then more valid values in the sample, then the earlier column. */
function settleRivals(guesses: readonly ColumnGuess[]): void {
  const winners = new Map<string, ColumnGuess>();
  for (const guess of guesses) {
    if (guess.field === null || isShared(guess)) continue;
    const rival = winners.get(guess.field);
    if (rival === undefined) {
      winners.set(guess.field, guess);
      continue;
    }
    const isBetter = beats(guess, rival);
    const loser = isBetter ? rival : guess;
    if (isBetter) winners.set(guess.field, guess);
    // The second phone column is still worth having.
    if (loser.field === 'receiverPhone' && !guesses.some((one) => one.field === 'receiverTel')) {
      loser.field = 'receiverTel';
      winners.set('receiverTel', loser);
    } else if (saysPlatform(isBetter ? guess : rival) && !guesses.some((one) => one.field === 'erpOrderNo')) {
      loser.field = 'erpOrderNo';
      winners.set('erpOrderNo', loser);
    } else {
      leaveOut(loser);
      loser.givesWayTo = (isBetter ? guess : rival).columnIndex;
    }
  }
}

export interface MappingKnowledge {
  readonly profile: ImportProfile;
  readonly spellings: OwnDictionary['spellings'];
  /** Columns that stand under a title of the sender. */
  readonly senders: ReadonlySet<number>;
  /** What was said of these headers before, by column index. */
  readonly remembered: Readonly<Record<number, string | null>>;
  /**
   * The operator's own choice by column index, null to leave a column out; it is never questioned, and another column of
   * the same field gives way.
   */
  readonly overrides: Readonly<Record<number, string | null>>;
}

/** What each column means, how that is known and how sure it is. */
export function mapColumns(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  { profile, spellings, senders, remembered, overrides }: MappingKnowledge,
): ColumnMapping[] {
  const width = Math.max(headers.length, ...sampleRows.map((row) => row.length), 0);
  const guesses: ColumnGuess[] = Array.from({ length: width }, (_unused, columnIndex) => {
    const header = headers[columnIndex] ?? '';
    const values = sampleRows.map((row) => row[columnIndex] ?? '');
    return { columnIndex, header, normalised: normaliseHeader(header), values, field: null, rule: 'none' };
  });
  for (const guess of guesses) guessByHeader(guess, profile, spellings);
  keepOnlyGoods(guesses);
  settleNumbered(guesses);
  applySenderPosition(guesses);
  for (const guess of guesses) if (senders.has(guess.columnIndex)) giveToSender(guess, titledTwin);
  for (const guess of guesses) {
    const chosen = overrides[guess.columnIndex];
    const known = chosen === undefined ? remembered[guess.columnIndex] : chosen;
    if (known === undefined) continue;
    guess.field = known;
    guess.rule = chosen === undefined ? 'remembered' : 'operator';
  }
  settleRivals(guesses);
  settleAmbiguous(guesses, profile);
  fillByContent(guesses, profile);
  fillGoods(guesses);
  return guesses.map(({ columnIndex, header, values, field, rule, givesWayTo }) => ({
    columnIndex,
    header,
    field,
    rule: field === null && !isByHand(rule) ? 'none' : rule,
    confidence: columnConfidence(field, rule, values),
    ...(field === null && givesWayTo !== undefined ? { givesWayTo } : {}),
    samples: hiddenFields.has(field ?? '') ? [] : values.filter((value) => value !== '').slice(0, 5),
  }));
}
