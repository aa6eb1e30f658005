import type { JournalEntry } from './journalEntry.ts';

/** One sheet: which copy of which parcel's label. */
export interface PaperCopy {
  readonly parcelNo: number;
  readonly copyNo: number;
}

/** What the journal says about one code at one account. */
export interface OutsideReference {
  readonly accountId: string;
  readonly orderCode: string;
  /**
   * none: nothing exists there · open: a booking exists or may · bound: a person entered this number · voiding, voided: it was given back,
   * possibly or certainly.
   */
  readonly booking: 'none' | 'open' | 'bound' | 'voiding' | 'voided';
  readonly waybillNo: string;
  /** The carrier of a number entered by hand; otherwise empty. */
  readonly carrier: string;
  /** First codes of the orders whose goods it carries, where they are not its own. */
  readonly goodsOf: readonly string[];
  /** Labels that were printed or may have been. */
  readonly copies: readonly PaperCopy[];
  /** Of these, labels whose printers confirmed them, and when (UTC ms). */
  readonly sureCopies: readonly (PaperCopy & { readonly at: number })[];
  /** UTC ms of the first call that may have made the booking; null: not among these entries. */
  readonly openSince: number | null;
  /** UTC ms of the last entry. */
  readonly at: number;
}

/** Folds the entries in order; a call without an end may have happened. */
export function foldJournal(entries: readonly JournalEntry[]): OutsideReference[] {
  const references = new Map<string, OutsideReference>();
  for (const entry of entries) {
    const key = `${entry.accountId}\n${entry.orderCode}`;
    const known = references.get(key) ?? {
      accountId: entry.accountId,
      orderCode: entry.orderCode,
      booking: 'none',
      waybillNo: '',
      carrier: '',
      goodsOf: [],
      copies: [],
      sureCopies: [],
      openSince: null,
      at: entry.at,
    };
    const goodsOf = entry.goodsOf ?? known.goodsOf;
    const effect = entry.isUnproven === true ? carefulEffect(known, entry) : effectOf(known, entry);
    references.set(key, { ...known, goodsOf, ...effect, at: entry.at });
  }
  return [...references.values()];
}

function effectOf(known: OutsideReference, entry: JournalEntry): Partial<OutsideReference> {
  switch (entry.call) {
    case 'book':
    case 'find':
      return bookingEffect(known, entry);
    case 'void':
      return voidEffect(entry);
    case 'print':
      return printEffect(known, entry);
    case 'bind':
      return bindEffect(known, entry);
  }
}

/** From a line that anyone could have written only "it may have happened" is taken: it settles nothing, and no number is believed. */
function carefulEffect(known: OutsideReference, entry: JournalEntry): Partial<OutsideReference> {
  if (entry.call === 'print') return entry.step === 'begin' ? printEffect(known, entry) : {};
  if (entry.call === 'void') return { booking: 'voiding' };
  const isNews = entry.step === 'begin' ? entry.call !== 'find' : entry.certainty === 'happened';
  if (!isNews || known.booking === 'voiding') return {};
  return { booking: 'open', openSince: known.openSince ?? entry.at };
}

function bookingEffect(known: OutsideReference, entry: JournalEntry): Partial<OutsideReference> {
  if (entry.step === 'begin') {
    if (entry.call !== 'book') return {};
    return { booking: 'open', openSince: known.booking === 'none' ? entry.at : known.openSince };
  }
  if (entry.certainty === 'happened') return { booking: 'open', waybillNo: entry.waybillNo ?? '' };
  return entry.certainty === 'did-not-happen' ? { booking: 'none' } : { booking: known.booking };
}

/** The start of a number entered by a person: it counts unless its end says that it was not stored. */
function bindEffect(known: OutsideReference, entry: JournalEntry): Partial<OutsideReference> {
  if (entry.certainty === 'did-not-happen')
    return { booking: known.openSince === null ? 'none' : 'open', waybillNo: '', carrier: '' };
  return { booking: 'bound', waybillNo: entry.waybillNo ?? '', carrier: entry.carrier ?? '' };
}

function voidEffect(entry: JournalEntry): Partial<OutsideReference> {
  if (entry.step === 'begin' || entry.certainty === 'unknown') return { booking: 'voiding' };
  return { booking: entry.certainty === 'happened' ? 'voided' : 'open' };
}

export const isSameCopy = (one: PaperCopy, other: PaperCopy): boolean =>
  one.parcelNo === other.parcelNo && one.copyNo === other.copyNo;

/** After a repeat, the last attempt's certainty counts. */
function printEffect(known: OutsideReference, entry: JournalEntry): Partial<OutsideReference> {
  const { parcelNo = 1, copyNo, step, certainty } = entry;
  if (copyNo === undefined) return {};
  const copy = { parcelNo, copyNo };
  const isOther = (one: PaperCopy) => !isSameCopy(one, copy);
  const isOut = step === 'begin' || certainty !== 'did-not-happen';
  const isSure = step === 'end' && certainty === 'happened';
  return {
    copies: [...known.copies.filter(isOther), ...(isOut ? [copy] : [])],
    sureCopies: [...known.sureCopies.filter(isOther), ...(isSure ? [{ ...copy, at: entry.at }] : [])],
  };
}
