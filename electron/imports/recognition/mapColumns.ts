import type { ColumnMapping, MappingRule } from '../kit/orderDraft.ts';
import type { OwnDictionary } from '../kit/ownDictionary.ts';
import type { ImportProfile } from '../profiles/importProfile.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { columnConfidence } from './columnConfidence.ts';
import { fieldByContent, isMobile, isMostly, isPhone, shareOf } from './contentTests.ts';
import { containedField, exactField } from './headerDictionary.ts';

/** A column while it is being understood. */
export interface ColumnGuess {
  readonly columnIndex: number;
  readonly header: string;
  readonly normalised: string;
  /** Values of the sample rows, blanks included. */
  readonly values: readonly string[];
  field: string | null;
  rule: MappingRule;
}

/** Remarks and flags of several columns are all heard; of every other field one column is taken. */
export const sharedFields: ReadonlySet<string> = new Set([
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
]);

const ruleRank: Readonly<Record<MappingRule, number>> = {
  operator: 7,
  remembered: 6,
  profile: 5,
  own: 4,
  dictionary: 3,
  contained: 2,
  content: 1,
  none: 0,
};

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
  for (const [header, field] of Object.entries(profile.headers ?? {})) {
    if (normaliseHeader(header) !== guess.normalised) continue;
    guess.field = field;
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

const senderTwin: Readonly<Record<string, string>> = {
  receiverName: 'senderName',
  receiverPhone: 'senderPhone',
  receiverTel: 'senderPhone',
  fullAddress: 'senderAddress',
  addressDetail: 'senderAddress',
};

/** Courier sheets repeat 联系人 and 联系电话: those between the first 寄件 and the first 收件 header are the sender's. */
function applySenderPosition(guesses: readonly ColumnGuess[]): void {
  const firstReceiver = guesses.findIndex((guess) => /^(?:收件|收货)/.test(guess.normalised));
  const firstSender = guesses.findIndex((guess) => /^(?:寄件|发件|寄方)/.test(guess.normalised));
  if (firstSender < 0 || firstReceiver < firstSender) return;
  for (const guess of guesses.slice(firstSender, firstReceiver)) {
    const twin = guess.field === null ? undefined : senderTwin[guess.field];
    if (twin !== undefined) guess.field = twin;
  }
}

function validity(guess: ColumnGuess): number {
  if (guess.field === 'receiverPhone' || guess.field === 'receiverTel') {
    const filled = guess.values.filter((value) => value.trim() !== '').length;
    return shareOf(guess.values, isPhone) * filled;
  }
  return guess.values.filter((value) => value.trim() !== '').length;
}

/** One column a field: the surer rule, then more valid values in the sample, then the earlier column. */
function settleRivals(guesses: readonly ColumnGuess[]): void {
  const winners = new Map<string, ColumnGuess>();
  for (const guess of guesses) {
    if (guess.field === null || sharedFields.has(guess.field)) continue;
    const rival = winners.get(guess.field);
    if (rival === undefined) {
      winners.set(guess.field, guess);
      continue;
    }
    const isBetter =
      ruleRank[guess.rule] === ruleRank[rival.rule]
        ? validity(guess) > validity(rival)
        : ruleRank[guess.rule] > ruleRank[rival.rule];
    const loser = isBetter ? rival : guess;
    if (isBetter) winners.set(guess.field, guess);
    // The second phone column is still worth having.
    if (loser.field === 'receiverPhone' && !guesses.some((one) => one.field === 'receiverTel')) {
      loser.field = 'receiverTel';
      winners.set('receiverTel', loser);
    } else {
      leaveOut(loser);
    }
  }
}

function find(guesses: readonly ColumnGuess[], field: string): ColumnGuess | undefined {
  return guesses.find((guess) => guess.field === field);
}

/** Words that change their meaning from file to file are decided by what stands below them. */
function settleAmbiguous(guesses: readonly ColumnGuess[], profile: ImportProfile): void {
  const tel = find(guesses, 'receiverTel');
  if (tel !== undefined && find(guesses, 'receiverPhone') === undefined && isMostly(tel.values, isMobile)) {
    tel.field = 'receiverPhone';
  }
  // 街道 is the town, or, in older Pinduoduo files, the whole street address.
  const town = find(guesses, 'town');
  const hasAddress = guesses.some(
    (guess) => guess.field === 'fullAddress' || guess.field === 'addressDetail',
  );
  if (
    town !== undefined &&
    !hasAddress &&
    isMostly(town.values, (text) => text.length > 8 || /\d/.test(text))
  ) {
    town.field = 'addressDetail';
  }
  // 件数 beside a product and without 数量 counts goods: taking it for parcels would order too many labels.
  const parcels = find(guesses, 'packageCount');
  const isGoodsCount = find(guesses, 'quantity') === undefined && find(guesses, 'goodsName') !== undefined;
  if (parcels?.normalised === '件数' && isGoodsCount && profile.isCourierSheet !== true) {
    parcels.field = 'quantity';
  }
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
]);

/** Said on purpose, even where it says “leave this column out”. */
function isSettled(rule: MappingRule): boolean {
  return rule === 'profile' || isByHand(rule);
}

function isByHand(rule: MappingRule): boolean {
  return rule === 'operator' || rule === 'remembered';
}

function fillByContent(guesses: readonly ColumnGuess[]): void {
  const hasAddress = ['fullAddress', 'addressDetail', 'oneLineReceiver'].some((field) =>
    find(guesses, field),
  );
  for (const guess of guesses) {
    if (guess.field !== null || isSettled(guess.rule)) continue;
    const field = fieldByContent(guess.values);
    if (field === null || !contentFields.has(field) || find(guesses, field) !== undefined) continue;
    if ((field === 'fullAddress' || field === 'oneLineReceiver' || field === 'province') && hasAddress)
      continue;
    guess.field = field;
    guess.rule = 'content';
  }
}

export interface MappingKnowledge {
  readonly profile: ImportProfile;
  readonly spellings: OwnDictionary['spellings'];
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
  { profile, spellings, remembered, overrides }: MappingKnowledge,
): ColumnMapping[] {
  const width = Math.max(headers.length, ...sampleRows.map((row) => row.length), 0);
  const guesses: ColumnGuess[] = Array.from({ length: width }, (_unused, columnIndex) => {
    const header = headers[columnIndex] ?? '';
    const values = sampleRows.map((row) => row[columnIndex] ?? '');
    return { columnIndex, header, normalised: normaliseHeader(header), values, field: null, rule: 'none' };
  });
  for (const guess of guesses) guessByHeader(guess, profile, spellings);
  applySenderPosition(guesses);
  for (const guess of guesses) {
    const chosen = overrides[guess.columnIndex];
    const known = chosen === undefined ? remembered[guess.columnIndex] : chosen;
    if (known === undefined) continue;
    guess.field = known;
    guess.rule = chosen === undefined ? 'remembered' : 'operator';
  }
  settleRivals(guesses);
  settleAmbiguous(guesses, profile);
  fillByContent(guesses);
  return guesses.map(({ columnIndex, header, values, field, rule }) => ({
    columnIndex,
    header,
    field,
    rule: field === null && !isByHand(rule) ? 'none' : rule,
    confidence: columnConfidence(field, rule, values),
    samples: values.filter((value) => value !== '').slice(0, 5),
  }));
}
