import type { ImportProfile } from '../profiles/importProfile.ts';
import { type ColumnGuess, findGuess, isSettled } from './columnGuess.ts';
import { fieldByContent, isMostly, isOrderNumber } from './contentTests.ts';

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

function isFree(guess: ColumnGuess): boolean {
  return guess.field === null && !isSettled(guess.rule);
}

function take(guess: ColumnGuess, field: string): void {
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
  if (vague !== undefined && values.length > 0 && isCode) take(vague, 'orderNo');
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
    take(guess, field);
  }
  fillRegions(guesses);
}
