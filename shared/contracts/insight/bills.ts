import { z } from 'zod';
import {
  billClasses,
  billFields,
  billReasons,
  claimStates,
  toleranceLimits,
} from '../../domain/bills/bill.ts';
import {
  countSchema,
  fileToken,
  freeText,
  handedFile,
  idSchema,
  inputText,
  internal,
  open,
  outputText,
  rowsOf,
  shortCode,
  timeOrNull,
  timeSchema,
  wholeOrNull,
  windowInput,
} from '../../domain/fields.ts';
import { procedure, workStream } from '../procedure.ts';

const fen = internal(z.number().int());
const fenOrNull = internal(z.number().int().nullable());
/** `2026-11-01`; empty: not known. */
const day = open(z.string().max(10));
const billField = open(z.enum(billFields).nullable());
const claimState = open(z.enum(claimStates));

const claimTotal = z.object({
  items: countSchema,
  /** How many of them need a person to say the amount. */
  unpriced: countSchema,
  claimFen: fen,
  wonFen: fen,
});

const summaryShape = {
  id: idSchema,
  carrier: shortCode,
  fileName: outputText(400),
  fromDay: day,
  toDay: day,
  lines: countSchema,
  billedFen: fen,
  createdAt: timeSchema,
  operator: outputText(100),
  claims: z.object({ open: claimTotal, sent: claimTotal, accepted: claimTotal, refused: claimTotal }),
};

const limited = ({ least, most }: { readonly least: number; readonly most: number }) =>
  open(z.number().int().min(least).max(most));
const toleranceShape = {
  weightGrams: limited(toleranceLimits.weightGrams),
  percent: limited(toleranceLimits.percent),
  priceFen: limited(toleranceLimits.priceFen),
  roundsUpToGrams: limited(toleranceLimits.roundsUpToGrams),
};

const billReport = z.object({
  ...summaryShape,
  rowsSkipped: countSchema,
  /** The total the bill itself states; null: it states none. */
  toldFen: fenOrNull,
  codFen: fen,
  durationMs: countSchema,
  tolerance: z.object(toleranceShape),
  /** Every class, empty ones included. */
  classes: z.array(
    z.object({
      class: open(z.enum(billClasses)),
      items: countSchema,
      lines: countSchema,
      billedFen: fen,
      differenceFen: fen,
      claimFen: fen,
    }),
  ),
  /** false: no days are known, so nobody can say what the bill leaves out. */
  isMissingKnown: open(z.boolean()),
  /** Sheets of the file that hold waybills under other columns, and were not compared. */
  sheetsLeft: z.array(outputText(100)),
  overlapping: z.array(z.object({ id: idSchema, fileName: outputText(400) })),
});
export type BillReportView = z.infer<typeof billReport>;

const billItem = z.object({
  itemKey: outputText(100),
  class: open(z.enum(billClasses)),
  reason: open(z.enum(billReasons)),
  waybillNo: outputText(60),
  orderId: outputText(64),
  orderNo: outputText(200),
  lines: countSchema,
  firstRow: countSchema,
  billedGrams: wholeOrNull,
  ownGrams: wholeOrNull,
  billedFen: fen,
  estimateFen: fenOrNull,
  expectedFen: fenOrNull,
  differenceFen: fenOrNull,
  claimFen: fenOrNull,
  claimState: open(z.enum([...claimStates, ''])),
  claimedFen: fenOrNull,
  wonFen: fenOrNull,
  claimNote: freeText(200),
  claimedBy: outputText(100),
  claimedAt: timeOrNull,
});
export type BillItemRow = z.infer<typeof billItem>;

const billLook = z.object({
  sheet: outputText(100),
  columns: z.array(
    z.object({
      columnIndex: countSchema,
      header: outputText(200),
      field: billField,
      rule: open(z.enum(['operator', 'remembered', 'dictionary', 'contained', 'none'])),
      isDoubtful: open(z.boolean()),
      samples: z.array(freeText(100)),
    }),
  ),
  missing: z.array(open(z.enum(['waybillNo', 'total']))),
  /** The bill as which this file was reconciled before; empty: it was not. */
  sameBillId: outputText(64),
});
export type BillLook = z.infer<typeof billLook>;

const source = {
  fileToken,
  carrier: shortCode,
  /** columnIndex (as text) → field, null to leave the column out. */
  columns: z.record(z.string(), billField).optional(),
};

const billsContract = {
  /** Newest first. */
  list: procedure('seeWork')
    .input(windowInput)
    .output(rowsOf(z.object(summaryShape))),
  report: procedure('seeWork').input({ billId: idSchema }).output(billReport),
  items: procedure('seeWork')
    .input({
      billId: idSchema,
      class: open(z.enum(billClasses)).optional(),
      /** Only what may be claimed, in whichever state it is. */
      isClaim: open(z.boolean()).optional(),
      claimState: claimState.optional(),
      search: inputText(60).optional(),
      ...windowInput,
    })
    .output(rowsOf(billItem)),
  /** What the columns of a bill hold, as far as that is known; nothing is stored. */
  look: procedure('exportOrders').input(source).output(billLook),
  /** Reconciles; cancelling the iterator leaves nothing of it. */
  run: procedure('exportOrders')
    .input({ ...source, fromDay: day.optional(), toDay: day.optional() })
    .output(
      workStream(
        { rows: countSchema, share: open(z.number().min(0).max(1).nullable()) },
        { billId: idSchema },
      ),
    ),
  remove: procedure('changeRules').input({ billId: idSchema }).output({ removed: idSchema }),
  /** Moves claims along: these, or all that are in a state. */
  moveClaims: procedure('exportOrders')
    .input({
      billId: idSchema,
      itemKeys: z.array(inputText(100, 1)).max(10_000).optional(),
      from: claimState.optional(),
      to: claimState,
      amountFen: open(z.number().int().min(0).max(100_000_000)).optional(),
      note: inputText(200).optional(),
    })
    .output({ moved: countSchema }),
  /** The claims with their evidence as a file; with `marksSent` those still open count as claimed. */
  writeClaims: procedure('exportOrders')
    .input({ billId: idSchema, marksSent: open(z.boolean()) })
    .output({ ...handedFile, rowCount: countSchema }),
  tolerance: procedure('seeWork').input({ carrier: shortCode }).output(toleranceShape),
  setTolerance: procedure('changeRules')
    .input({ carrier: shortCode, ...toleranceShape })
    .output(toleranceShape),
};

export const billsContracts = { bills: billsContract };
