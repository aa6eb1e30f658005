import { z } from 'zod';
import { givenStates } from '../../domain/door.ts';
import { paymentKinds } from '../../domain/intake/orderWishes.ts';

// New fields are optional and have no default: a call that was kept under its key before they existed stays the same call.
const text = (most: number) => z.string().max(most);
const moment = z.iso.datetime({ offset: true });
const fen = z.int().min(0).max(100_000_000).describe('In fen: 12.50 yuan is 1250.');
const webLink = z.url({ protocol: /^https?$/ }).max(2_000);

const receiver = z
  .strictObject({
    name: text(100).default(''),
    phone: text(60).default(''),
    tel: text(60).optional().describe('A second number, a landline for example.'),
    extension: text(20).optional().describe('Of a virtual number.'),
    country: text(60).optional(),
    province: text(60).default(''),
    city: text(60).default(''),
    district: text(60).default(''),
    town: text(60).default(''),
    detail: text(500).default(''),
    /** The whole address in one text, where its parts are not known. */
    address: text(600).default(''),
    postcode: text(20).optional(),
  })
  .describe('The parts of an address, or `address` in one text. Checked and corrected as in an import.');

const goods = z.strictObject({
  name: text(300),
  sku: text(200).default(''),
  skuCode: text(100).default(''),
  quantity: z.int().min(1).max(9_999).default(1),
  isGift: z.boolean().optional(),
  imageUrl: webLink.optional().describe('A picture for the packer.'),
});

const sender = z
  .strictObject({
    name: text(100).optional(),
    phone: text(60).optional(),
    province: text(60).optional(),
    city: text(60).optional(),
    district: text(60).optional(),
    address: text(600).optional(),
  })
  .describe('Who sends this order, if not the usual sender. Parts left out are those of the usual sender.');

const sale = z
  .strictObject({
    buyer: text(100).optional(),
    originalNo: text(100).optional().describe('The order’s number in the shop, if `orderNo` is another.'),
    amountFen: fen.optional(),
    paidFen: fen.optional(),
    payChannel: text(100).optional(),
    orderedAt: moment.optional(),
    oaid: text(500).optional().describe('The platform’s key to a receiver it hides.'),
    warehouse: text(100).optional(),
    flag: text(100).optional(),
  })
  .describe('Kept to be looked up and exported; nothing of it goes to a carrier.');

const service = z.strictObject({ name: text(60).min(1), value: text(100).default('') });

export const givenOrder = z
  .strictObject({
    orderNo: text(64).min(1),
    shop: text(100).default(''),
    status: z
      .enum(givenStates)
      .optional()
      .describe(
        '`open` if left out. `refunded` and `cancelled` are not stored as new; a known order is held, and one with a waybill is stopped before packing. `held` and `refund-asked` wait for a person.',
      ),
    receiver,
    goods: z.array(goods).max(100).default([]),
    buyerRemark: text(500).default(''),
    sellerRemark: text(500).default(''),
    /** A carrier’s code or name; empty: the rules choose. */
    carrier: text(60).default(''),
    packages: z.int().min(1).max(300).default(1),
    weightGrams: z.int().min(1).max(2_000_000).optional().describe('Of the whole order.'),
    volumeCm3: z.int().min(1).max(100_000_000).optional().describe('Of the whole order.'),
    codAmountFen: fen.optional().describe('What the courier collects, in fen: 12.50 yuan is 1250.'),
    insuredValueFen: fen.optional().describe('What the parcel is insured for, in fen.'),
    payment: z.enum(paymentKinds).optional().describe('Who pays the carrier.'),
    monthlyCard: z
      .string()
      .regex(/^[\w-]{4,30}$/)
      .optional()
      .describe('Account that is charged; goes with `payment` monthly or third-party.'),
    product: text(40).min(1).optional().describe('The carrier’s product, by its name or code.'),
    returnSlip: text(60).optional().describe('A signed receipt is to come back; may be empty.'),
    services: z.array(service).max(10).optional().describe('Further services, by the carrier’s own names.'),
    sender: sender.optional(),
    paidAt: moment.optional(),
    shipBy: moment.optional().describe('Until when it must leave.'),
    promisedAt: moment.optional().describe('Until when the buyer was promised that it arrives.'),
    sale: sale.optional(),
  })
  .refine(
    ({ payment, monthlyCard }) =>
      monthlyCard === undefined || (payment !== 'sender' && payment !== 'receiver'),
    { path: ['monthlyCard'] },
  );
export type GivenOrder = z.output<typeof givenOrder>;
