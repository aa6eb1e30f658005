import type { OrderComplaint, RepeatAnswer } from '../../../shared/domain/order.ts';
import { linesMark } from '../../imports/kit/linesMark.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { DraftGroup } from './groupDrafts.ts';

/**
 * How a row relates to an earlier one of its order. `line`: same sub-order number and same content, so the same row again · `identical`:
 * the same to the last character, which may be one line written twice or two pieces of the same goods.
 */
export type RowRepeat = 'no' | 'line' | 'identical';

/** What identical rows of a layout mean, as answered by a person; null: not asked yet. `layout` identifies its set of headers. */
export interface RepeatRule {
  readonly layout: string;
  readonly answer: RepeatAnswer | null;
}

/** A set of numbers below 2^53; 8 bytes each, at most twice as many allocated. A built-in Set of a million takes 40 MB. */
class SeenMarks {
  #slots = new Float64Array(4_096);
  #count = 0;

  /** Was it there before? */
  add(mark: number): boolean {
    if (this.#count * 2 > this.#slots.length) this.#grow();
    const wanted = mark + 1;
    let at = mark % this.#slots.length;
    while (this.#slots[at] !== 0) {
      if (this.#slots[at] === wanted) return true;
      at = (at + 1) % this.#slots.length;
    }
    this.#slots[at] = wanted;
    this.#count += 1;
    return false;
  }

  #grow(): void {
    const previous = this.#slots;
    this.#slots = new Float64Array(previous.length * 2);
    this.#count = 0;
    for (const slot of previous) if (slot !== 0) this.add(slot - 1);
  }
}

/** A mark as a text of four units: a number of sixteen digits takes as long to write as the rest of the look-up. */
const unitsOf = (mark: number): string =>
  String.fromCharCode(mark & 0xffff, (mark / 2 ** 16) & 0xffff, (mark / 2 ** 32) & 0xffff, mark / 2 ** 48);

/** Finds rows of an order that repeat an earlier one, however far apart in the file. */
export class RowRepeats {
  readonly #seen = new SeenMarks();

  of(key: string, draft: OrderDraft, rowHash: string): RowRepeat {
    // A row without a number is an order of its own.
    if (draft.orderNo === '') return 'no';
    const isNumbered = draft.subOrderNo !== '';
    const line = isNumbered ? `${draft.subOrderNo}\n${rowHash}` : unitsOf(draft.lineMark);
    if (!this.#seen.add(linesMark([{ text: key }, { text: line }]))) return 'no';
    return isNumbered ? 'line' : 'identical';
  }
}

/** Does this row add nothing, as a line written twice does not? */
const isLeftOut = (repeat: RowRepeat | undefined, { answer }: RepeatRule): boolean =>
  repeat === 'line' || (repeat === 'identical' && answer === 'once');

/** The rows whose goods are the order's. */
export function countedDrafts({ drafts, repeats }: DraftGroup, rule: RepeatRule): readonly OrderDraft[] {
  return drafts.length === 1 && repeats[0] === 'no'
    ? drafts
    : drafts.filter((_draft, at) => !isLeftOut(repeats[at], rule));
}

/** Rows that repeat another one, unless a person answered that each counts. */
export function repeatedCount({ repeats }: DraftGroup, { answer }: RepeatRule): number {
  return repeats.filter((repeat) => repeat === 'line' || (repeat === 'identical' && answer !== 'each'))
    .length;
}

/**
 * The question of an order with identical rows. It records what the answer “once” would remove: which of its goods, by place, and how much
 * weight.
 */
export function repeatQuestion(group: DraftGroup, rule: RepeatRule, onceGrams: number): OrderComplaint[] {
  if (rule.answer !== null || !group.repeats.includes('identical')) return [];
  const places: number[] = [];
  const rows = new Set<number>();
  let place = 0;
  for (const [at, draft] of group.drafts.entries()) {
    if (group.repeats[at] === 'line') continue;
    if (group.repeats[at] === 'identical') {
      for (const other of group.drafts) if (other.lineMark === draft.lineMark) rows.add(other.rowNumber);
      for (let item = 0; item < draft.items.length; item++) places.push(place + item);
    }
    place += draft.items.length;
  }
  return [questionOf(rule.layout, [...rows].join(', '), places, onceGrams)];
}

export const repeatCode = 'IMPORT_ROWS_REPEATED';

export function questionOf(
  layout: string,
  rows: string,
  places: readonly number[],
  onceGrams: number,
): OrderComplaint {
  return { code: repeatCode, field: 'items', params: { rows, layout, places: places.join(' '), onceGrams } };
}

/** A stored question, parsed. */
export function readQuestion({ params = {} }: OrderComplaint) {
  return {
    layout: String(params.layout ?? ''),
    rows: String(params.rows ?? ''),
    places: String(params.places ?? '')
      .split(' ')
      .filter((place) => place !== '')
      .map(Number),
    onceGrams: Number(params.onceGrams ?? 0),
  };
}

/**
 * The question of later rows (`more`) together with the one an order already has: the places of their goods count behind its `itemCount`.
 * null: they ask nothing.
 */
export function joinedQuestion(
  complaints: readonly OrderComplaint[],
  more: readonly OrderComplaint[],
  itemCount: number,
): { readonly question: OrderComplaint; readonly complaints: readonly OrderComplaint[] } | null {
  const later = more.find(({ code }) => code === repeatCode);
  if (later === undefined) return null;
  const previous = complaints.find(({ code }) => code === repeatCode);
  const before = readQuestion(previous ?? { code: repeatCode, field: 'items' });
  const after = readQuestion(later);
  const question = questionOf(
    after.layout,
    [before.rows, after.rows].filter((rows) => rows !== '').join(', '),
    [...before.places, ...after.places.map((place) => place + itemCount)],
    before.onceGrams + after.onceGrams,
  );
  return { question, complaints: [...complaints.filter((one) => one !== previous), question] };
}
