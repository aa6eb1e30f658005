import { z } from 'zod';
import {
  countSchema,
  fileToken,
  handedFile,
  idSchema,
  inputText,
  internal,
  open,
  outputText,
  shortCode,
  timeOrNull,
  timeSchema,
  wholeOrNull,
} from '../domain/fields.ts';
import { freightUnknowns } from '../domain/freight.ts';
import { freightSchema, priceTableSchema } from '../domain/freightSchema.ts';
import { priceColumns } from '../domain/prices.ts';
import { procedure } from './procedure.ts';

export type FreightView = z.infer<typeof freightSchema>;

const tableRow = z.object({
  id: idSchema,
  name: outputText(100),
  accountId: outputText(64),
  /** Empty: every account. */
  accountName: outputText(100),
  carrier: open(z.string()),
  validFrom: open(z.string()),
  validTo: open(z.string()),
  zones: countSchema,
  state: open(z.enum(['valid', 'not-yet', 'over'])),
});
export type PriceTableRow = z.infer<typeof tableRow>;

const sums = z.object({
  orders: countSchema,
  /** With a price both ways, and what those cost together. */
  compared: countSchema,
  beforeFen: internal(z.number().int()),
  afterFen: internal(z.number().int()),
  /** With a price by the changed table, and what those cost together. */
  known: countSchema,
  knownFen: internal(z.number().int()),
});

const priceTrial = z.object({
  /** More orders are in the days asked for than were tried. */
  isCut: open(z.boolean()),
  /** As if every order went with this carrier · those that the rules in force send with it. */
  all: sums,
  own: sums,
  unknown: z.array(z.object({ reason: open(z.enum(freightUnknowns)), orders: countSchema })),
  /** Provinces without a zone, most orders first. */
  missing: z.array(z.object({ province: open(z.string()), orders: countSchema })),
  moved: countSchema,
  /** The newest first, 200 at most. */
  moves: z.array(
    z.object({
      orderId: idSchema,
      orderNo: outputText(200),
      place: open(z.string()),
      weightGrams: wholeOrNull,
      zoneName: outputText(100),
      beforeFen: internal(z.number().int()).nullable(),
      afterFen: internal(z.number().int()).nullable(),
    }),
  ),
});
export type PriceTrial = z.infer<typeof priceTrial>;

const trialDays = open(z.number().int().min(1).max(90));
const places = z.array(z.object({ province: open(z.string()), city: open(z.string()) }));

/** The merchant's own prices, and what an order would cost by them or by the platform's word. */
const freightContract = {
  tables: procedure('seeWork').output(z.array(tableRow)),
  table: procedure('seeWork').input({ id: idSchema }).output(priceTableSchema),
  saveTable: procedure('changeRules').input({ table: priceTableSchema }).output(z.array(tableRow)),
  removeTable: procedure('changeRules').input({ id: idSchema }).output(z.array(tableRow)),
  /** Reads zones and steps of a filled-in template; nothing is stored. */
  readFile: procedure('changeRules')
    .input({ fileToken })
    .output({
      zones: priceTableSchema.shape.zones,
      refused: z.array(
        z.object({ row: countSchema, code: open(z.string()), column: open(z.enum(priceColumns)) }),
      ),
    }),
  /** Writes an empty template with two sample zones into the workspace. */
  writeTemplate: procedure('changeRules').output(handedFile),
  /** Writes zones and steps as a file that can be read back. */
  writeFile: procedure('changeRules').input({ table: priceTableSchema }).output(handedFile),
  /** What names of places mean to a price table: provinces, cities and groups; null: no such place. */
  readPlaces: procedure('seeWork')
    .input({ names: z.array(inputText(60)).max(2_000) })
    .output(z.array(z.object({ name: outputText(100), places: places.nullable() }))),
  /** Prices past orders with a changed table, in thought only. */
  try: procedure('seeWork').input({ table: priceTableSchema, days: trialDays }).output(priceTrial),
  /** What an order would cost with each lane that has a price table or a platform's word. */
  ofOrder: procedure('seeWork')
    .input({ orderId: idSchema })
    .output(
      z.array(
        z.object({
          accountId: outputText(64),
          accountName: outputText(100),
          carrier: open(z.string()),
          /** The account's platform can be asked. */
          canAsk: open(z.boolean()),
          /** Also when it would arrive. */
          canAskArrival: open(z.boolean()),
          freight: freightSchema,
        }),
      ),
    ),
  /** Asks the account's platform now and keeps the answer. */
  ask: procedure('bookParcels')
    .input({ orderId: idSchema, accountId: idSchema, carrier: shortCode })
    .output(freightSchema),
  /** Asks the account's platform when the order would arrive; `expectedAt` null: the platform gave words only. */
  askArrival: procedure('bookParcels')
    .input({ orderId: idSchema, accountId: idSchema, carrier: shortCode })
    .output({ expectedAt: timeOrNull, words: open(z.string()), checkedAt: timeSchema }),
};

export const freightContracts = { freight: freightContract };
