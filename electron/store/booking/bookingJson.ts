import { z } from 'zod';
import { freightSchema, priceTableSchema } from '../../../shared/domain/freightSchema.ts';
import { ruleSetSchema, whyChosen } from '../../../shared/domain/ruleSchema.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import type { PickupRequest } from '../../carriers/kit/platformServices.ts';
import { partySchema, storedJson } from '../database/storedJson.ts';
import type { PaperCopy } from '../journal/foldJournal.ts';

const wholeNumber = z.number().int();
const requestShape = {
  orderCode: z.string(),
  carrier: z.string(),
  sender: partySchema,
  receiver: partySchema,
  goods: z.array(
    z.object({
      name: z.string(),
      quantity: z.number(),
      code: z.string().exactOptional(),
      priceFen: wholeNumber.exactOptional(),
      weightGrams: z.number().exactOptional(),
    }),
  ),
  weightGrams: z.number().nullable(),
  /** Requests of the first versions do not say: one. */
  parcelCount: wholeNumber.default(1),
  codAmountFen: wholeNumber,
  insuredValueFen: wholeNumber,
  remark: z.string(),
  payment: z.enum(['sender', 'receiver', 'monthly', 'third-party']).exactOptional(),
  product: z.string().exactOptional(),
  monthlyCard: z.string().exactOptional(),
  volumeCm3: z.number().exactOptional(),
  sizeMm: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
  parcels: z
    .array(z.object({ weightGrams: z.number().nullable(), volumeCm3: z.number().nullable() }))
    .exactOptional(),
  returnReceipt: z.object({ requirement: z.string() }).exactOptional(),
  notifyCourier: z.boolean().exactOptional(),
  pickupWindow: z.object({ startAt: wholeNumber, endAt: wholeNumber }).exactOptional(),
  services: z
    .array(z.object({ name: z.string(), value: z.string(), customerId: z.string().exactOptional() }))
    .exactOptional(),
  wantsTemplate: z.boolean().exactOptional(),
  templateSize: z.string().exactOptional(),
  carrierFields: z.record(z.string(), z.string()).exactOptional(),
};

/** What was frozen is sent whole, also what this version does not know. */
export const bookingRequestJson = storedJson<BookingRequest>('request_json', z.looseObject(requestShape));

export const pickupRequestJson = storedJson<PickupRequest>(
  'request_json',
  z.looseObject({ ...requestShape, pickupKind: z.enum(['door', 'appointment']) }),
);

export const bookingJson = storedJson<Booking>(
  'booking_json',
  z.looseObject({
    waybillNo: z.string(),
    childWaybillNos: z.array(z.string()).exactOptional(),
    sortCode: z.string(),
    packageCode: z.string(),
    packageName: z.string(),
    originName: z.string(),
    destinationName: z.string(),
    platformRef: z.string(),
    templateHtml: z.string(),
    childTemplateHtmls: z.array(z.string()).exactOptional(),
    receiptWaybillNo: z.string().exactOptional(),
    machineSortCode: z.string().exactOptional(),
    originCode: z.string().exactOptional(),
    destinationCode: z.string().exactOptional(),
    destinationCentre: z.string().exactOptional(),
    routeQrText: z.string().exactOptional(),
    childRouteQrTexts: z.array(z.string()).exactOptional(),
    expectedDate: z.string().exactOptional(),
    isKnownBefore: z.literal(true).exactOptional(),
  }),
);

/** What was filled in for an account besides id and secret; it lies sealed. */
export const accountFieldsJson = storedJson('sealed_fields', z.record(z.string(), z.string()));

export const chosenByJson = storedJson('chosen_by_json', whyChosen);
export const freightJson = storedJson('freight_json', freightSchema);
export const priceTableJson = storedJson('table_json', priceTableSchema);
export const ruleSetJson = storedJson('set_json', ruleSetSchema);
export const otherThanJson = storedJson('other_than_json', z.array(z.string()));

/** A bare number is a copy of the only label there was. */
export const paperCopiesJson = storedJson<readonly PaperCopy[]>(
  'copies_json',
  z.array(
    z.union([
      wholeNumber.transform((copyNo): PaperCopy => ({ parcelNo: 1, copyNo })),
      z.object({ parcelNo: wholeNumber, copyNo: wholeNumber }),
    ]),
  ),
);
