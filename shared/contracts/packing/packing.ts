import { z } from 'zod';
import {
  base64Text,
  countSchema,
  type DeepReadonly,
  failureParams,
  freeText,
  idSchema,
  inputText,
  open,
  outputText,
  rowsOf,
  timeOrNull,
  timeSchema,
  versionSchema,
  wholeOrNull,
  windowInput,
} from '../../domain/fields.ts';
import { packCommands, packReasons } from '../../domain/packing/packCommands.ts';
import {
  countWays,
  packOverrides,
  packPhases,
  packSayings,
  packStates,
  printMoments,
  slipStates,
  weightSources,
} from '../../domain/packing/packing.ts';
import { packStops } from '../../domain/packing/packStops.ts';
import { pictureTypes } from '../../domain/packing/picture.ts';
import { printJobStates } from '../../domain/printing/printJob.ts';
import { approvalIds } from '../operators.ts';
import { procedure } from '../procedure.ts';

/** What stopped a gesture, or must be known of what it did: its kind gives colour, sound and word, its code the sentences. */
export const stopView = z.object({
  kind: open(z.enum(packStops)),
  weight: open(z.enum(['stop', 'notice'])),
  code: open(z.string()),
  params: failureParams,
  /** Who has the right may let it pass. */
  mayOverride: open(z.boolean()),
  /** The order it is about; empty: none. */
  orderId: outputText(64),
});

export type PackStopView = DeepReadonly<z.infer<typeof stopView>>;

const lineView = z.object({
  name: freeText(300),
  sku: freeText(200),
  skuCode: freeText(200),
  quantity: countSchema,
  counted: countSchema,
  /** Pieces in boxes of the order that are closed already. */
  elsewhere: countSchema,
  /** How what was counted here was counted; empty: nothing was. */
  countedBy: open(z.enum(['', ...countWays])),
  /** No code is known of it: it is counted by eye, and confirmed. */
  isByEye: open(z.boolean()),
  /** Each piece has a code of its own. */
  hasSerials: open(z.boolean()),
  isGift: open(z.boolean()),
  /** Its file names a picture: `pictures` gives it. */
  hasPicture: open(z.boolean()),
});

export type PackLine = DeepReadonly<z.infer<typeof lineView>>;

const parcelShape = {
  parcelId: idSchema,
  orderId: idSchema,
  orderNo: outputText(200),
  shop: outputText(100),
  carrier: open(z.string()),
  waybillNo: outputText(100),
  /** Box n of N of the order. */
  parcelNo: countSchema,
  parcelTotal: countSchema,
  state: open(z.enum(packStates)),
  version: versionSchema,
  openedAt: timeSchema,
  openedBy: outputText(40),
  closedAt: timeOrNull,
  closedBy: outputText(40),
  reopened: countSchema,
  /** On its provisional slip, and when that was printed last; empty and null: it never had one. */
  slipCode: outputText(100),
  slipPrintedAt: timeOrNull,
  slipState: open(z.enum(slipStates)),
  /** Code of why it did not come out, or may not have; empty: nothing is wrong. */
  slipError: open(z.string()),
  weightGrams: wholeOrNull,
};

const parcelRow = z.object(parcelShape);

export type PackedParcelRow = DeepReadonly<z.infer<typeof parcelRow>>;

const parcelView = z.object({
  ...parcelShape,
  phase: open(z.enum(packPhases)),
  /** False: a provisional slip goes on it, and its label comes when its number does. */
  isBooked: open(z.boolean()),
  lines: z.array(lineView),
  /** Still to be counted into this parcel. */
  piecesLeft: countSchema,
  buyerRemark: freeText(1000),
  sellerRemark: freeText(1000),
  /** A remark or its goods say so. */
  isFragile: open(z.boolean()),
  /** What equal parcels weigh; null: too few were weighed. */
  weightRange: z.object({ leastGrams: countSchema, mostGrams: countSchema, samples: countSchema }).nullable(),
  /** Refused, waits to be let pass or weighed again; null: none. */
  doubtfulGrams: wholeOrNull,
  /** The state of its label; null: none was asked for. */
  labelState: open(z.enum(printJobStates)).nullable(),
  labelSeenAt: timeOrNull,
  /** Code of why its label did not print; empty: nothing is wrong. */
  labelCode: open(z.string()),
  /** Goods whose own code is wanted next; empty: none. */
  serialWanted: freeText(200),
  overrides: z.array(
    z.object({
      of: open(z.enum(packOverrides)),
      reason: freeText(200),
      operator: outputText(40),
      approver: outputText(40),
      at: timeSchema,
    }),
  ),
  /** How old the knowledge is that it was neither refunded nor changed: when the last file of orders was read. */
  knownAt: timeSchema,
});

export type PackedParcelView = DeepReadonly<z.infer<typeof parcelView>>;

/** What a gesture came to. A repeated one is answered as it was the first time, with how things stand now. */
const answer = z.object({
  gestureId: idSchema,
  says: open(z.enum(packSayings)),
  stop: stopView.nullable(),
  /** The parcel it was about, as it is now; null: it was about none. */
  about: parcelRow.nullable(),
  /** The parcel that lies open now; null: none. */
  parcel: parcelView.nullable(),
  /** This gesture sent a label to the printer. */
  isPrinting: open(z.boolean()),
  /** The order that this gesture put beside the open one; empty: none. */
  extraNo: outputText(200),
});

export type PackAnswer = DeepReadonly<z.infer<typeof answer>>;

/** Made by whoever makes the gesture, new for each: the same one again counts once. */
const gesture = { gestureId: inputText(64, 8) };
const reason = inputText(100);
/** For the PIN of somebody else: an approval is given for one order. */
const approved = { orderId: idSchema.optional(), approvalIds };

const rulesShape = {
  benchName: inputText(40),
  shops: z.array(inputText(100, 1)).max(200),
  carriers: z.array(open(z.string().min(1).max(20))).max(200),
  printAt: open(z.enum(printMoments)),
  opensBySku: open(z.boolean()),
  checksItems: open(z.boolean()),
  weighs: open(z.boolean()),
  scansLabel: open(z.boolean()),
  printerUri: inputText(500, 1),
  slipPrinterUri: inputText(500),
  showsPictures: open(z.boolean()),
  handsOverPackedOnly: open(z.boolean()),
};
const rules = z.object(rulesShape);

const deskView = z.object({
  parcel: parcelView.nullable(),
  /** The one closed last, for “print last” and to open it again. */
  last: parcelRow.nullable(),
  /** Another bench has taken over what lay here, and nothing was done here since; null: none has. */
  taken: stopView.nullable(),
  /** Packed today, and per hour of today by who packed. */
  packedToday: countSchema,
  hours: z.array(z.object({ operator: outputText(40), hour: countSchema, parcels: countSchema })),
  /** Packed, and waiting for their numbers. */
  aside: countSchema,
  /** How many of these have a slip that did not come out, or may not have. */
  lostSlips: countSchema,
  rules,
});

export type PackDesk = DeepReadonly<z.infer<typeof deskView>>;

const packingContract = {
  desk: procedure('seeWork').output(deskView),
  /** Order number, waybill, slip, goods, single piece or command: whatever a gun reads. */
  scan: procedure('packParcels', { wakes: true })
    .input({ ...gesture, code: inputText(200, 1), ...approved })
    .output(answer),
  /** A reading of the scale, or what somebody read off one, for the open parcel. */
  weigh: procedure('packParcels', { wakes: true })
    .input({
      ...gesture,
      parcelId: idSchema,
      source: open(z.enum(weightSources)),
      grams: open(z.number().int().min(-1_000_000).max(1_000_000)),
      /** How old the reading is. */
      ageMs: open(z.number().int().min(0).max(86_400_000)),
      isStable: open(z.boolean()),
      /** How long ago the scale last was at about zero; null: not since it was connected. */
      zeroAgeMs: open(z.number().int().min(0).nullable()),
    })
    .output(answer),
  /** What the command barcodes do, by a key or a button. */
  command: procedure('packParcels', { wakes: true })
    .input({
      ...gesture,
      command: open(z.enum(packCommands)),
      /** A word of the list, or what somebody typed; commands that need none ignore it. */
      reason: z.union([open(z.enum(packReasons)), reason]).optional(),
      /** Said by a person of a reprint: the parcel has left, and its label is to be printed all the same. */
      hasLeft: open(z.boolean()).optional(),
      ...approved,
    })
    .output(answer),
  /** Opens a parcel that was packed, until it has left. */
  reopen: procedure('packParcels', { wakes: true })
    .input({ ...gesture, parcelId: idSchema, reason: inputText(100, 2) })
    .output(answer),
  /** Packed since midnight, the newest first; `aside`: waiting for their numbers, the oldest first. */
  window: procedure('seeWork')
    .input({ ...windowInput, list: open(z.enum(['packed', 'aside'])) })
    .output(rowsOf(parcelRow)),
  /**
   * Pictures of a parcel's goods by their line. Without `mayLoad` only those that are here, at once; with it those that are missing are
   * fetched, which takes seconds at most.
   */
  pictures: procedure('seeWork')
    .input({ parcelId: idSchema, mayLoad: open(z.boolean()) })
    .output({
      pictures: z.array(
        z.object({ line: countSchema, type: open(z.enum(pictureTypes)), base64: base64Text(600_000) }),
      ),
      missing: countSchema,
    }),
  /** The slip of a parcel that was put aside; refused where no printer for slips is chosen. */
  printSlip: procedure('packParcels').input({ parcelId: idSchema }).output({ printed: countSchema }),
  rules: procedure('seeWork').output(rules),
  setRules: procedure('changeSettings').input(rules.partial()).output(rules),
  /** Which of the known printers are at this bench: whoever packs here says so. */
  setPrinters: procedure('packParcels')
    .input(rules.pick({ printerUri: true, slipPrinterUri: true }).partial())
    .output(rules),
};

export const packingContracts = { packing: packingContract };
