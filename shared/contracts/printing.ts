import { z } from 'zod';
import {
  bitmapShape,
  countSchema,
  failureParams,
  freeText,
  idSchema,
  inputText,
  open,
  orderIds,
  outputText,
  personal,
  printerUri,
  refusedOrders,
  rowsOf,
  shortCode,
  timeOrNull,
  timeSchema,
  versionSchema,
  windowInput,
} from '../domain/fields.ts';
import { labelSizes, ownLayoutReasons } from '../domain/printing/labelDocument.ts';
import { printerStates, printerWhys } from '../domain/printing/printer.ts';
import {
  batchActs,
  labelOrderKeys,
  pickOrders,
  printHoldReasons,
  printJobStates,
  printMarks,
  receiptKinds,
} from '../domain/printing/printJob.ts';
import { approvalIds } from './operators.ts';
import { procedure } from './procedure.ts';

const printJobRow = z.object({
  id: idSchema,
  orderId: idSchema,
  orderNo: outputText(200),
  /** Of this parcel: its own number. */
  waybillNo: outputText(100),
  /** Parcel n of N of one booking, and the number of the booking; 1 of 1 and empty for a single parcel. */
  parcelNo: countSchema,
  parcelTotal: countSchema,
  motherWaybillNo: outputText(100),
  carrier: open(z.string()),
  receiverName: personal('name'),
  printerUri: outputText(500),
  /** Printer it was meant for before a backup printer took over; empty: none did. */
  movedFrom: outputText(500),
  state: open(z.enum(printJobStates)),
  version: versionSchema,
  /** 1 for the first label, 2 for the first reprint … */
  copyNo: countSchema,
  reason: freeText(400),
  /** Who asked for this copy; empty: the owner, or the program on its own. */
  operator: outputText(40),
  /** Who allowed it by PIN; empty: nobody had to. */
  approver: outputText(40),
  /** n of N, as it is on the paper. */
  serialNo: countSchema,
  serialTotal: countSchema,
  /** Those it was wanted with; empty: from before this was kept. */
  batchId: outputText(64),
  errorCode: open(z.string()),
  /** What the words of `errorCode` name: an address, a device, a cause. */
  errorParams: failureParams,
  /** Paper chosen for this label; empty: its carrier's, or whatever the printer holds. */
  size: open(z.enum(['', ...labelSizes])),
  holdReason: open(z.enum(['', ...printHoldReasons])),
  /** What its merchant area shows; null: the standard layout, and no trial. */
  template: z
    .object({
      /** Empty: the standard layout. */
      name: outputText(100),
      version: versionSchema,
      /** Of a trial of templates; empty: none. */
      arm: open(z.enum(['', 'old', 'new'])),
    })
    .nullable(),
  createdAt: timeSchema,
  /** When its first byte may have left. */
  sentAt: timeOrNull,
  settledAt: timeOrNull,
  scannedAt: timeOrNull,
  /** Whose layout went to the printer; empty: nothing was sent yet. */
  drawnBy: open(z.enum(['', 'ours', 'carrier'])),
  /** Why ours although the account asks for the carrier's. */
  ownLayoutReason: open(z.enum(['', ...ownLayoutReasons])),
});

export type PrintJobRow = z.infer<typeof printJobRow>;

/** Labels that were wanted together, and how far they are. */
const printBatch = z.object({
  /** Empty: all labels from before batches were kept. */
  id: outputText(64),
  createdAt: timeOrNull,
  /** Empty: the owner, or several. */
  operator: outputText(40),
  /** Labels wanted one by one, between one batch and the next. */
  isSingles: open(z.boolean()),
  /** Its labels wait for a word, those to come too. */
  isHeld: open(z.boolean()),
  labels: countSchema,
  /** Out as far as anybody knows. */
  out: countSchema,
  waiting: countSchema,
  underWay: countSchema,
  held: countSchema,
  unsure: countSchema,
  /** Without those that a person gave up. */
  failed: countSchema,
  failures: z.array(
    z.object({ errorCode: open(z.string()), errorParams: failureParams, count: countSchema }),
  ),
});

export type PrintBatchView = z.infer<typeof printBatch>;

const printerView = z.object({
  uri: outputText(500),
  name: outputText(100),
  isDefault: open(z.boolean()),
  /** Device, spooler and last job taken together; `why` says on whose word. */
  state: open(z.enum(printerStates)),
  why: open(z.enum(printerWhys)),
  askedAt: timeOrNull,
  isPaused: open(z.boolean()),
  backupUri: outputText(500),
  /** Paper its address draws for, and the paper a person said is in it; empty: not known, not said. */
  size: open(z.enum(['', ...labelSizes])),
  loadedSize: open(z.enum(['', ...labelSizes])),
  /** Jobs of this printer: not sent yet, held for a word, handed over but not known to be printed, asking. */
  waiting: countSchema,
  held: countSchema,
  unconfirmed: countSchema,
  unsure: countSchema,
  /** Its last label: what became of it and when. */
  lastJobState: open(z.enum(['', ...printJobStates])),
  lastJobAt: timeOrNull,
});

export type PrinterView = z.infer<typeof printerView>;

/** After a jam: what the scan of the last good label would do. */
const recoverySchema = z.object({
  scanned: printJobRow,
  /** Labels before it that were accepted: they came out, for a later one did. */
  confirmed: countSchema,
  /** Labels before it that broke off: a later good label does not prove them, they keep asking. */
  stillUnsure: countSchema,
  /** Labels after it on the same printer, in the order they were sent. */
  rest: z.array(printJobRow),
});

export type RecoveryView = z.infer<typeof recoverySchema>;

const labelOrder = z.object({ by: open(z.enum(labelOrderKeys)), isReversed: open(z.boolean()) });

const rulesSchema = z.object({
  /** A label wanted longer ago than this is held; minutes. */
  staleAfterMinutes: open(z.number().int().min(1).max(10_080)),
  /** What waited when the window was closed is held at the next start. */
  isHeldAfterRestart: open(z.boolean()),
  /** Reprints of one waybill, at most. */
  reprintLimit: open(z.number().int().min(0).max(50)),
  labelOrder,
  /** Paper on which the labels of a carrier must come out; a carrier not named takes whatever the printer holds. */
  carrierSizes: z
    .array(z.object({ carrier: open(z.string().min(1).max(20)), size: open(z.enum(labelSizes)) }))
    .max(200),
});

export type PrintRules = z.infer<typeof rulesSchema>;

/** Empty fields match everything; the first rule that matches chooses the printer. */
const routeSchema = z.object({
  carrier: shortCode,
  shop: inputText(100),
  /** Paper the label must be printed on; a rule whose printer does not hold it is passed over. */
  size: open(z.string().max(10)),
  printerUri,
});

export type PrintRoute = z.infer<typeof routeSchema>;

const jobRef = z.object({ jobId: idSchema, version: versionSchema });

/** A label that takes a reason: a reprint, or one with nothing hidden. */
const reasonedPrint = {
  orderId: idSchema,
  /** Which parcel; absent: the only one. */
  parcelNo: open(z.number().int().min(1)).optional(),
  printerUri,
  reason: inputText(100, 2),
  /** A person says that the parcel has left and its label is printed all the same. */
  hasLeft: open(z.boolean()).optional(),
  approvalIds,
};

const printContract = {
  window: procedure('seeWork')
    .input({
      ...windowInput,
      state: open(z.enum(printJobStates)).optional(),
      printerUri: printerUri.optional(),
      search: inputText(100, 1).optional(),
      /** A mark of the board. */
      printed: z.object({ mark: open(z.enum(printMarks)), from: timeSchema, to: timeSchema }).optional(),
    })
    .output(rowsOf(printJobRow)),
  /** The newest batches, newest first. */
  batches: procedure('seeWork').output(z.array(printBatch)),
  /** Their labels one batch after the other, each batch as its labels come out. */
  batchWindow: procedure('seeWork').input(windowInput).output(rowsOf(printJobRow)),
  changeBatch: procedure('packParcels', { wakes: true })
    .input({ batchId: idSchema, act: open(z.enum(batchActs)) })
    .output({ changed: countSchema }),
  /** Jobs by state, `all` of them, and `retryable`: what `retryFailed` would put back. */
  counts: procedure('seeWork').output(z.record(z.string(), countSchema)),
  /** Every printer of this workstation and of the ledger, with its combined state. */
  printers: procedure('seeWork').output(z.array(printerView)),
  /** The very bitmap that is printed, one bit a dot, 1 prints, as base64. */
  preview: procedure('seeWork')
    .input({ jobId: idSchema })
    .output({
      ...bitmapShape,
      /** Of a job that waits: as it would be printed now. */
      drawnBy: open(z.enum(['ours', 'carrier'])),
      ownLayoutReason: open(z.enum(['', ...ownLayoutReasons])),
      /** Signs of names, addresses and codes that the paper leaves out or shows as a box. */
      gaps: z.array(z.object({ field: open(z.string()), codePoint: open(z.string()) })),
    }),
  /**
   * First labels only; an order that was or may have been printed is refused with a code. `auto:` lets the routing
   * rules choose the printer; without `order` the labels come in the order of the rules.
   */
  print: procedure('packParcels', { wakes: true })
    .input({
      orderIds,
      printerUri,
      order: labelOrder.optional(),
      /** Paper for these labels, whatever their carrier's is. */
      size: open(z.enum(labelSizes)).optional(),
    })
    .output({ queued: countSchema, refused: refusedOrders }),
  reprint: procedure('packParcels', { wakes: true })
    .input(reasonedPrint)
    .output({ jobId: idSchema, copyNo: countSchema }),
  /** The label with nothing hidden, first or reprint; `auto:` chooses the printer of a first label only. */
  printFull: procedure('packParcels', { wakes: true }).input(reasonedPrint).output({ copyNo: countSchema }),
  /** A person looked at the printer: did this unsure label come out? */
  resolveUnsure: procedure('packParcels')
    .input({ jobId: idSchema, version: versionSchema, isPrinted: open(z.boolean()) })
    .output(printJobRow),
  /** One answer for many: each is on its parcel, or is not and prints now. */
  answerUnsure: procedure('packParcels', { wakes: true })
    .input({ jobs: z.array(jobRef).min(1).max(500), isPrinted: open(z.boolean()) })
    .output({ answered: countSchema }),
  /** Puts a job that certainly did not print back into the queue. */
  retry: procedure('packParcels', { wakes: true }).input(jobRef).output(printJobRow),
  /** The same for all that failed, except those given up and those of which another copy came out. */
  retryFailed: procedure('packParcels', { wakes: true }).output({ retried: countSchema }),
  /** A person's word: held labels may be printed now. */
  release: procedure('packParcels', { wakes: true })
    .input({ jobs: z.array(jobRef).min(1).max(500) })
    .output({ released: countSchema }),
  /** Labels that are not to be printed after all (waiting or held). */
  cancel: procedure('packParcels')
    .input({ jobs: z.array(jobRef).min(1).max(500) })
    .output({ cancelled: countSchema }),
  /** The barcode was read off the paper: the label exists. */
  scan: procedure('packParcels')
    .input({ code: inputText(60, 1) })
    .output(printJobRow),
  /** After a jam: shows what scanning the last good label would do; changes nothing. */
  planRecovery: procedure('packParcels')
    .input({ printerUri, code: inputText(60, 1) })
    .output(recoverySchema),
  /** Does it. `print`: the labels after it are spoiled and print again; `ask`: they become unsure and ask one by one. */
  recover: procedure('packParcels', { wakes: true })
    .input({
      printerUri,
      code: inputText(60, 1),
      rest: open(z.enum(['print', 'ask'])),
      /** Ids of `rest` as they were shown: refused when they have changed since. */
      restIds: z.array(idSchema).max(500),
    })
    .output({ confirmed: countSchema, resumed: countSchema, asking: countSchema }),
  pause: procedure('packParcels', { wakes: true })
    .input({ printerUri, isPaused: open(z.boolean()) })
    .output(z.array(printerView)),
  rules: procedure('seeWork').output(rulesSchema),
  setRules: procedure('changePrinters').input(rulesSchema.partial()).output(rulesSchema),
  routes: procedure('seeWork').output(z.array(routeSchema)),
  /** Replaces all of them, in this order. */
  setRoutes: procedure('changePrinters')
    .input({ routes: z.array(routeSchema).max(200) })
    .output(z.array(routeSchema)),
};

/** A roll of the smallest labels, a core as wide as they come: nobody sells more. */
const maxRollLabels = 20_000;

const paperRoll = z.object({
  printerUri,
  /** On the roll when it was put in. */
  labels: countSchema,
  loadedAt: timeSchema,
  /** Sent to this printer since, spoiled ones included; test sheets are not counted, so what is left is about right. */
  usedLabels: countSchema,
});

export type PaperRoll = z.infer<typeof paperRoll>;

/** Paper in the printers, as far as a person said. */
const paperContract = {
  rolls: procedure('seeWork').output(z.array(paperRoll)),
  load: procedure('packParcels')
    .input({ printerUri, labels: open(z.number().int().min(1).max(maxRollLabels)) })
    .output(z.array(paperRoll)),
};

const request = z.object({
  kind: open(z.enum(receiptKinds)),
  orderIds,
  /** 32 on 58 mm paper, 48 on 80 mm paper. */
  columns: open(z.union([z.literal(32), z.literal(48)])),
  /** Only the picking list asks. */
  pickOrder: open(z.enum(pickOrders)),
});

/** Papers of a receipt printer. They are no labels: printing one again harms nobody. */
const receiptsContract = {
  /** The lines as they would be printed, one list a receipt; what a remark says of persons is hidden, as on the paper. */
  preview: procedure('packParcels')
    .input(request)
    .output({ receipts: z.array(z.array(outputText(400))), refused: refusedOrders }),
  /** `stoppedBy`: code of what ended the run before its last receipt, empty when nothing did. */
  print: procedure('packParcels')
    .input(request.extend({ printerUri }))
    .output({
      printed: countSchema,
      refused: refusedOrders,
      stoppedBy: open(z.string()),
      head: open(z.string()),
    }),
};

export const printingContracts = { print: printContract, paper: paperContract, receipts: receiptsContract };
