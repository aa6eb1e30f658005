export const printJobStates = [
  'waiting',
  'rendering',
  'sending',
  'accepted',
  'confirmed',
  'scanned',
  'unsure',
  'failed',
  'held',
] as const;
export type PrintJobState = (typeof printJobStates)[number];

/**
 * How far the paper is known: *accepted* the device took every byte, *confirmed* device, record or person said it
 * printed, *scanned* somebody read the barcode off the paper, the only proof of a readable label.
 *
 * Nothing leads from `sending`, `accepted`, `confirmed`, `scanned` or `unsure` back to `waiting` without a person:
 * *unsure* asks, and after a jam the person who scans the last good label says that what came after it is spoiled. `rendering` is of
 * books of earlier versions: a label is drawn before it is marked.
 */
export const printJobMoves: Readonly<Record<PrintJobState, readonly PrintJobState[]>> = {
  waiting: ['sending', 'rendering', 'held', 'failed'],
  rendering: ['sending', 'failed', 'waiting'],
  sending: ['accepted', 'confirmed', 'unsure', 'failed'],
  accepted: ['confirmed', 'scanned', 'unsure'],
  confirmed: ['scanned', 'unsure'],
  scanned: [],
  /**
   * confirmed: the person found the label; failed: the person looked and there is none; accepted: the bench that was cut off says that
   * its printer took it.
   */
  unsure: ['accepted', 'confirmed', 'scanned', 'failed'],
  failed: ['waiting'],
  held: ['waiting', 'failed'],
};

/** States of a label that came out or may have. */
export const paperStates: readonly PrintJobState[] = [
  'sending',
  'accepted',
  'confirmed',
  'scanned',
  'unsure',
];

/** Why a label asks that came out, or may have, after the backup that was put back. */
export const afterBackup = 'LABEL_AFTER_BACKUP';

/** Is the label out as far as anybody knows? */
export function isPrinted(state: PrintJobState | null): boolean {
  return state === 'accepted' || state === 'confirmed' || state === 'scanned';
}

/** The one that most needs somebody first. */
const byNeed: readonly PrintJobState[] = [
  'unsure',
  'failed',
  'held',
  'sending',
  'rendering',
  'waiting',
  'accepted',
  'confirmed',
  'scanned',
];

/** What an order shows of the labels of its parcels: it is printed when all of them are. */
export function weakestPrintState(states: readonly PrintJobState[]): PrintJobState | null {
  return byNeed.find((state) => states.includes(state)) ?? null;
}

/** Why a job waits for a word; `behind`: for the word on older labels of its printer; `batch`: a person held its batch. */
export const printHoldReasons = ['stale', 'restart', 'printer-away', 'behind', 'batch'] as const;
export type PrintHoldReason = (typeof printHoldReasons)[number];

/** What is done with those labels of a batch that have not come out. */
export const batchActs = ['retry', 'hold', 'release', 'cancel'] as const;
export type BatchAct = (typeof batchActs)[number];

/** What the packing bench goes by when it puts labels in order. */
export const labelOrderKeys = ['chosen', 'sku', 'shelf', 'quantity'] as const;
export type LabelOrderKey = (typeof labelOrderKeys)[number];

/** Papers of a receipt printer. */
export const receiptKinds = ['slip', 'pick-list', 'separator', 'handover'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** How a picking list is walked: by article code (merchants put the shelf there), by name, or the most first. */
export const pickOrders = ['code', 'name', 'quantity'] as const;
export type PickOrder = (typeof pickOrders)[number];

/** What the board counts of labels. `printed`: first copies that came out · `out`: any copy · `notOut`: those that did not, or perhaps. */
export const printMarks = ['printed', 'out', 'notOut'] as const;

/** Labels by the moment they were sent (UTC ms, `to` not included), or wanted where nothing was sent. */
export interface MarkedPrints {
  readonly mark: (typeof printMarks)[number];
  readonly from: number;
  readonly to: number;
}
