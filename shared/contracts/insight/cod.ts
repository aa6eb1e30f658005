import { z } from 'zod';
import { codMatches, codStates } from '../../domain/bills/bill.ts';
import {
  countSchema,
  idSchema,
  inputText,
  internal,
  open,
  outputText,
  rowsOf,
  timeOrNull,
  windowInput,
} from '../../domain/fields.ts';
import { procedure } from '../procedure.ts';

const fen = internal(z.number().int());
const match = open(z.enum(codMatches));

const codRow = z.object({
  orderId: idSchema,
  orderNo: outputText(200),
  waybillNo: outputText(100),
  carrier: open(z.string()),
  /** What the buyer was to pay. */
  codFen: fen,
  /** What a bill says was paid out; null: no bill has named it. */
  toldFen: internal(z.number().int().nullable()),
  match,
  /** The furthest state a message reported; null: none was understood. */
  state: open(z.enum(codStates)).nullable(),
  signedAt: timeOrNull,
  /** Since it was signed for; null: it was not. */
  days: open(z.number().int().nullable()),
  awaitingAt: timeOrNull,
  paidOutAt: timeOrNull,
  receivedAt: timeOrNull,
  /** When a person said that the money is there; null: nobody did. */
  confirmedAt: timeOrNull,
  /** Empty: the owner, where no operators are. */
  confirmedBy: outputText(100),
});

export type CodRow = z.infer<typeof codRow>;

const codTotals = z.object({
  /** Signed for longer ago than this and not heard of: overdue. */
  afterDays: countSchema,
  /** Each kind, also one without a parcel. */
  totals: z.array(z.object({ match, parcels: countSchema, codFen: fen, toldFen: fen })),
  /** Money reported for numbers that no order here has. */
  strangers: countSchema,
});

export type CodTotals = z.infer<typeof codTotals>;

const waybillNos = { waybillNos: z.array(inputText(100, 1)).min(1).max(10_000) };

const codContract = {
  totals: procedure('seeWork').output(codTotals),
  /** The longest signed for first. */
  window: procedure('seeWork')
    .input({ ...windowInput, match: match.optional(), search: inputText(60).optional() })
    .output(rowsOf(codRow)),
  /** The money of these is there, whatever was reported; all or none. */
  confirm: procedure('exportOrders').input(waybillNos).output({ confirmed: countSchema }),
  /** It is not, after all: what was reported counts again. */
  reopen: procedure('exportOrders').input(waybillNos).output({ reopened: countSchema }),
};

export const codContracts = { cod: codContract };
