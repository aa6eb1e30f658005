import { z } from 'zod';
import { paymentKinds } from '../../../shared/domain/intake/orderWishes.ts';
import type { LabelDocument } from '../../../shared/domain/printing/labelDocument.ts';
import { labelTemplateContentSchema } from '../../../shared/domain/printing/labelTemplateSchema.ts';
import { defaultPrinterProfile, type PrinterProfile } from '../../../shared/domain/printing/printer.ts';
import { storedJson } from '../database/storedJson.ts';

const labelParty = z.object({
  name: z.string(),
  phone: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  detail: z.string(),
  isVirtualPhone: z.boolean().exactOptional(),
});

/** Printed again years later: what earlier documents do not have is optional. */
export const labelDocumentJson = storedJson<LabelDocument>(
  'document_json',
  z.object({
    carrier: z.string(),
    carrierName: z.string(),
    waybillNo: z.string(),
    orderNo: z.string(),
    sortCode: z.string(),
    packageCode: z.string(),
    packageName: z.string(),
    sender: labelParty,
    receiver: labelParty,
    goods: z.array(z.object({ name: z.string(), quantity: z.number() })),
    remark: z.string(),
    merchantText: z.string(),
    printedAt: z.number(),
    serial: z.object({ no: z.number(), total: z.number() }).nullable(),
    reprintNo: z.number(),
    isPractice: z.boolean(),
    shop: z.string().exactOptional(),
    shortCode: z.string().exactOptional(),
    productName: z.string().exactOptional(),
    payment: z.enum(paymentKinds).exactOptional(),
    codAmountFen: z.number().exactOptional(),
    insuredValueFen: z.number().exactOptional(),
    parcel: z
      .object({ no: z.number(), total: z.number(), motherWaybillNo: z.string() })
      .nullable()
      .exactOptional(),
    routeQrText: z.string().exactOptional(),
    hasReturnReceipt: z.boolean().exactOptional(),
    isManualSlip: z.boolean().exactOptional(),
    privacy: z
      .union([
        z.object({ form: z.literal('masked') }),
        z.object({ form: z.literal('full'), reason: z.string() }),
      ])
      .exactOptional(),
    template: z.object({ templateId: z.string(), version: z.number() }).nullable().exactOptional(),
  }),
);

export const templateContentJson = storedJson('content_json', labelTemplateContentSchema);

const usual = defaultPrinterProfile;

/** What was never set of a printer has its default. */
export const printerProfileJson = storedJson<PrinterProfile>(
  'profile_json',
  z.object({
    offsetXTenthMm: z.number().int().default(usual.offsetXTenthMm),
    offsetYTenthMm: z.number().int().default(usual.offsetYTenthMm),
    density: z.number().int().nullable().default(usual.density),
    speedInchesPerSecond: z.number().int().nullable().default(usual.speedInchesPerSecond),
    gapTenthMm: z.number().int().nullable().default(usual.gapTenthMm),
    encoding: z.string().nullable().default(usual.encoding),
    answersStatus: z.boolean().default(usual.answersStatus),
    unconfirmedWindow: z.number().int().default(usual.unconfirmedWindow),
    backupUri: z.string().default(usual.backupUri),
    loadedSize: z
      .custom<PrinterProfile['loadedSize']>((size) => typeof size === 'string')
      .default(usual.loadedSize),
    isPaused: z.boolean().default(usual.isPaused),
  }),
);
