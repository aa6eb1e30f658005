import { z } from 'zod';
import {
  countSchema,
  type DeepReadonly,
  idSchema,
  inputText,
  open,
  outputText,
  rowsOf,
  shortCode,
  timeOrNull,
  timeSchema,
  versionSchema,
  wholeOrNull,
  windowInput,
} from '../../domain/fields.ts';
import { handoverSayings, handoverStates } from '../../domain/packing/handover.ts';
import { procedure } from '../procedure.ts';
import { stopView } from './packing.ts';

const handoverRow = z.object({
  handoverId: idSchema,
  /** On its paper, as text and barcode. */
  no: outputText(60),
  carrier: open(z.string()),
  state: open(z.enum(handoverStates)),
  version: versionSchema,
  /** Which list of its carrier on its day: from the second on it is a late one. */
  dayNo: countSchema,
  createdAt: timeSchema,
  createdBy: outputText(40),
  closedAt: timeOrNull,
  closedBy: outputText(40),
  courier: outputText(40),
  parcels: countSchema,
});

export type HandoverRow = DeepReadonly<z.infer<typeof handoverRow>>;

const carrierView = z.object({
  carrier: open(z.string()),
  /** Packed, and on no list. */
  packed: countSchema,
  /** When the first of them was packed; null: there is none. */
  oldestAt: timeOrNull,
  /** The list parcels are being put on; null: none is begun. */
  open: handoverRow.nullable(),
  /** Lists of today that were handed over. */
  closed: z.array(handoverRow),
  /** How many of `packed` were packed after the last list of today was handed over. They go on a second one. */
  late: countSchema,
  /** Labels of earlier days that nobody packed or handed over. */
  leftOver: countSchema,
});

export type HandoverCarrier = DeepReadonly<z.infer<typeof carrierView>>;

const parcelOnList = z.object({
  waybillNo: outputText(100),
  orderId: idSchema,
  orderNo: outputText(200),
  parcelNo: countSchema,
  city: open(z.string()),
  weightGrams: wholeOrNull,
  at: timeSchema,
  operator: outputText(40),
  isScanned: open(z.boolean()),
});

const listView = handoverRow.extend({ rows: z.array(parcelOnList) });

const leftOverRow = z.object({
  orderId: idSchema,
  orderNo: outputText(200),
  waybillNo: outputText(100),
  bookedAt: timeSchema,
});

const stayedRow = z.object({
  parcelId: idSchema,
  orderId: idSchema,
  orderNo: outputText(200),
  waybillNo: outputText(100),
  carrier: open(z.string()),
  packedAt: timeSchema,
});

const latePickupRow = z.object({
  pickupId: idSchema,
  orderId: idSchema,
  orderNo: outputText(200),
  waybillNo: outputText(100),
  carrier: open(z.string()),
  startAt: timeOrNull,
  endAt: timeSchema,
});

const handoverContract = {
  /** Per carrier: what lies packed, what is on a list, what is late, what is left over. */
  desk: procedure('seeWork').output({ carriers: z.array(carrierView) }),
  /** One list with its parcels, as they were put on. */
  list: procedure('seeWork').input({ handoverId: idSchema }).output(listView),
  window: procedure('seeWork').input(windowInput).output(rowsOf(handoverRow)),
  /** Labels of earlier days of one carrier that never left. */
  leftOver: procedure('seeWork')
    .input({ ...windowInput, carrier: shortCode })
    .output(rowsOf(leftOverRow)),
  /** How many of each of the three below there are. */
  late: procedure('seeWork').output({ stayed: countSchema, unsigned: countSchema, pickups: countSchema }),
  /** Packed before the last list of their carrier was signed, and on none: the courier has been and left them. */
  stayed: procedure('seeWork').input(windowInput).output(rowsOf(stayedRow)),
  /** Open lists with parcels after the pickup cut-off of their day; where there is none, after the day. */
  unsigned: procedure('seeWork').input(windowInput).output(rowsOf(handoverRow)),
  /** Couriers called for a time that is over, of orders that lie here still. */
  latePickups: procedure('seeWork').input(windowInput).output(rowsOf(latePickupRow)),
  /** The list of a carrier that parcels are put on now: the one that is open, or a new one. */
  begin: procedure('packParcels').input({ carrier: shortCode }).output(handoverRow),
  /** A parcel is handed to the courier and scanned. The same scan again changes nothing. */
  scanOut: procedure('packParcels')
    .input({ handoverId: idSchema, code: inputText(200, 1) })
    .output({
      says: open(z.enum(handoverSayings)),
      stop: stopView.nullable(),
      waybillNo: outputText(100),
      list: handoverRow,
    }),
  /** Everything of the carrier that is packed, without scanning each. */
  takeAll: procedure('packParcels')
    .input({ handoverId: idSchema })
    .output({ taken: countSchema, refused: countSchema, list: handoverRow }),
  /** Off an open list again. */
  takeOff: procedure('packParcels')
    .input({ handoverId: idSchema, waybillNo: inputText(100, 1) })
    .output(handoverRow),
  /** The courier has signed: its orders are handed over, the list never changes again. */
  close: procedure('packParcels')
    .input({ handoverId: idSchema, version: versionSchema, courier: inputText(40) })
    .output(handoverRow),
  /** Its paper with count, numbers, barcode and lines to sign: on A4 or a receipt printer. As often as somebody wants. */
  print: procedure('packParcels')
    .input({
      handoverId: idSchema,
      printerUri: inputText(500, 1),
      columns: open(z.union([z.literal(32), z.literal(48)])),
    })
    .output({ printed: countSchema }),
};

export const handoverContracts = { handover: handoverContract };
