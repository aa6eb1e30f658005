import { z } from 'zod';
import {
  carrierWishes,
  promiseSources,
  promiseStandings,
  returnStandings,
  returnStates,
} from '../../domain/cases/parcelCare.ts';
import {
  countSchema,
  freeText,
  idSchema,
  inputText,
  open,
  outputText,
  rowsOf,
  secret,
  shortCode,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../../domain/fields.ts';
import { procedure } from '../procedure.ts';

const waybill = inputText(40, 1);
const languageSchema = open(z.enum(['zh-CN', 'en']));

const arrival = z.object({
  /** null: nobody promised anything. */
  promisedAt: timeOrNull,
  promiseFrom: open(z.enum(promiseSources)).nullable(),
  signedAt: timeOrNull,
  /** What the platform expects, as it said when it was last asked; null: never asked. */
  told: z
    .object({
      expectedAt: timeOrNull,
      words: outputText(200),
      platform: outputText(40),
      askedAt: timeSchema,
    })
    .nullable(),
  /** By the parcels of this carrier to this province that arrived lately; null: too few, or not collected yet. */
  own: z
    .object({ halfAt: timeSchema, mostAt: timeSchema, parcels: countSchema, province: open(z.string()) })
    .nullable(),
  standing: open(z.enum(promiseStandings)),
  canAsk: open(z.boolean()),
});

const returnRow = z.object({
  returnId: idSchema,
  waybillNo: outputText(100),
  carrier: open(z.string()),
  orderId: outputText(64),
  /** Empty: nobody knows whose it is. */
  orderNo: outputText(200),
  outwardNo: outputText(100),
  reason: freeText(200),
  state: open(z.enum(returnStates)),
  createdAt: timeSchema,
  createdBy: outputText(100),
  receivedAt: timeOrNull,
  receivedBy: outputText(100),
  note: freeText(500),
});

const deskRow = z.object({
  /** Empty: known from the carrier's word alone. */
  returnId: outputText(64),
  waybillNo: outputText(100),
  carrier: open(z.string()),
  orderId: outputText(64),
  orderNo: outputText(200),
  outwardNo: outputText(100),
  reason: freeText(200),
  standing: open(z.enum(returnStandings)),
  /** Since when it is so; null: no time is known. */
  sinceAt: timeOrNull,
  createdBy: outputText(100),
  receivedBy: outputText(100),
  note: freeText(500),
});

export type ReturnRow = z.infer<typeof deskRow>;

const noticeHook = z
  .object({ host: outputText(300), hasSecret: open(z.boolean()), savedAt: timeSchema })
  .nullable();

const careContract = {
  arrival: procedure('seeWork').input({ waybillNo: waybill }).output(arrival),
  /** One question to the platform. */
  askArrival: procedure('seeWork').input({ waybillNo: waybill }).output(arrival),
  setPromise: procedure('changeOrders').input({ waybillNo: waybill, promisedAt: timeOrNull }).output(arrival),
  /** Masked text for the buyer; it is sent nowhere automatically. */
  notice: procedure('seeWork')
    .input({ waybillNo: waybill, language: languageSchema })
    .output({ waybillNo: outputText(100), text: freeText(2000), checkedAt: timeOrNull }),
  /** Sends it now, by the merchant's own webhook. */
  sendNotice: procedure('changeOrders')
    .input({ waybillNo: waybill, language: languageSchema })
    .output({ sentAt: timeSchema }),
  noticeHook: procedure('seeWork').output(noticeHook),
  setNoticeHook: procedure('changeSettings')
    .input({ url: secret(2000), secret: secret(200) })
    .output(noticeHook),
  removeNoticeHook: procedure('changeSettings').output(open(z.null())),
  /** Whom to call, and what to say. */
  carrierHelp: procedure('seeWork')
    .input({ waybillNo: waybill, wish: open(z.enum(carrierWishes)), language: languageSchema })
    .output({
      carrier: open(z.string()),
      /** Empty: not known here. */
      phone: open(z.string()),
      text: freeText(500),
      isTooLate: open(z.boolean()),
    }),
  returns: procedure('seeWork')
    .input({
      ...windowInput,
      /** Absent: everything about which something is to be done. */
      standing: open(z.enum(returnStandings)).optional(),
      /** The number of the return, of the order, or the one it went out with; looks among all. */
      search: inputText(60).optional(),
    })
    .output(rowsOf(deskRow)),
  returnCounts: procedure('seeWork').output(z.record(z.enum(returnStandings), countSchema)),
  expectReturn: procedure('changeOrders')
    .input({ orderNo: inputText(100, 1), waybillNo: waybill, carrier: shortCode, reason: inputText(200) })
    .output(returnRow),
  /** Anybody at the bench may scan what came back. */
  scanReturn: procedure('packParcels')
    .input({ waybillNo: waybill, note: inputText(500) })
    .output(returnRow.extend({ isNew: open(z.boolean()), wasReceived: open(z.boolean()) })),
  /** A parcel in our hands that nobody knew: it is of this order. */
  ownReturn: procedure('changeOrders')
    .input({ waybillNo: waybill, orderNo: inputText(100, 1) })
    .output(returnRow),
  /** It will not come. Scanned all the same, it is received. */
  dropReturn: procedure('changeOrders')
    .input({ waybillNo: waybill, note: inputText(200) })
    .output(returnRow),
};

export const parcelCareContracts = { parcelCare: careContract };
