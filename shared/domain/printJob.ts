export const printJobStates = [
  'waiting',
  'rendering',
  'sending',
  'sent',
  'confirmed',
  'unsure',
  'failed',
  'held',
] as const;
export type PrintJobState = (typeof printJobStates)[number];

/** Allowed moves. Nothing leads from `sending`, `sent`, `confirmed` or `unsure` back to `waiting` without a person. */
export const printJobMoves: Readonly<Record<PrintJobState, readonly PrintJobState[]>> = {
  waiting: ['rendering', 'held', 'failed'],
  rendering: ['sending', 'failed', 'waiting'],
  sending: ['sent', 'confirmed', 'unsure', 'failed'],
  sent: ['confirmed', 'unsure'],
  confirmed: [],
  /** confirmed: the person found the label; failed: the person looked and there is none. */
  unsure: ['confirmed', 'failed'],
  failed: ['waiting'],
  held: ['waiting', 'failed'],
};

/** One physical copy of one label. */
export interface PrintJob {
  readonly id: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly printerUri: string;
  readonly state: PrintJobState;
  readonly version: number;
  /** 1 for the first label, 2 for the first reprint … printed on the paper. */
  readonly copyNo: number;
  /** Why this copy exists; empty for the first. */
  readonly reason: string;
  readonly serialNo: number;
  readonly serialTotal: number;
  readonly errorCode: string;
  readonly createdAt: number;
  readonly settledAt: number | null;
}
