import { z } from 'zod';
import { looseText, wireFlag, wireMoney, wireText } from '../kit/wireValues.ts';

/** Fields every reply has. Types vary between interfaces: `Success` bool or text, codes text or number, Reason null. */
const envelope = {
  Success: wireFlag,
  ResultCode: wireText,
  Reason: looseText,
  UniquerRequestNumber: looseText,
};

/** A list, the JSON text of a list, or numbers with commas: all three are seen for child waybills. */
const wireNumbers = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    const list = typeof value === 'string' ? parseNumbers(value) : value;
    if (!Array.isArray(list)) return [];
    return list.filter((item) => typeof item === 'string' || Number.isSafeInteger(item)).map(String);
  });

function parseNumbers(text: string): unknown {
  if (!text.trim().startsWith('[')) return text.split(/[,，;]/u).map((part) => part.trim());
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

/** A list of texts or the JSON text of one; HTML is full of commas, so nothing is split at them. */
const wireTexts = z
  .unknown()
  .optional()
  .transform((value): string[] => {
    const list =
      typeof value === 'string' ? parseNumbers(value.trim().startsWith('[') ? value : '[]') : value;
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
  });

export const bookingReply = z.object({
  ...envelope,
  Order: z
    .object({
      OrderCode: wireText,
      ShipperCode: wireText,
      LogisticCode: wireText,
      KDNOrderCode: looseText,
      MarkDestination: looseText,
      OriginName: looseText,
      DestinatioName: looseText,
      PackageCode: looseText,
      PackageName: looseText,
      OriginCode: looseText,
      DestinatioCode: looseText,
      SortingCode: looseText,
      DestinationAllocationCentre: looseText,
      SignWaybillCode: looseText,
    })
    .nullish(),
  PrintTemplate: looseText,
  SubOrders: wireNumbers,
  SubPrintTemplates: wireTexts,
  SignBillPrintTemplate: looseText,
  EstimatedDeliveryTime: looseText,
});
export type BookingReply = z.infer<typeof bookingReply>;

export const plainReply = z.object(envelope);

export const balanceReply = z.object({
  ...envelope,
  EorderBalance: z.object({ AvailableNum: looseText, TotalNum: looseText }).nullish(),
});
export type BalanceReply = z.infer<typeof balanceReply>;

/** The one reply whose names are in camel case. */
export const freightReply = z.object({
  ...envelope,
  Data: z
    .array(
      z.object({
        shipperCode: looseText,
        cost: wireMoney,
        firstWeightAmount: wireMoney,
        continuousWeightAmount: wireMoney,
      }),
    )
    .nullish(),
});
export type FreightReply = z.infer<typeof freightReply>;

export const arrivalReply = z.object({
  ...envelope,
  Data: z
    .object({
      DeliveryTime: looseText,
      DeliveryDate: looseText,
      Hour: looseText,
      DeliveryMemo: looseText,
    })
    .nullish(),
});
export type ArrivalReply = z.infer<typeof arrivalReply>;

export const pickupReply = z.object({
  ...envelope,
  Order: z
    .object({
      OrderCode: wireText,
      ShipperCode: wireText,
      LogisticCode: wireText,
      KDNOrderCode: looseText,
    })
    .nullish(),
});
export type PickupReply = z.infer<typeof pickupReply>;

export const parseReply = z.object({
  ...envelope,
  Data: z
    .object({
      ProvinceName: looseText,
      CityName: looseText,
      ExpAreaName: looseText,
      StreetName: looseText,
      Address: looseText,
      Name: looseText,
      Mobile: looseText,
      ExtMobile: looseText,
    })
    .nullish(),
});
export type ParseReply = z.infer<typeof parseReply>;

export const trackReply = z.object({
  ...envelope,
  ShipperCode: wireText,
  LogisticCode: wireText,
  State: looseText,
  StateEx: looseText,
  Traces: z
    .array(
      z.object({
        AcceptTime: looseText,
        AcceptStation: looseText,
        Location: looseText,
        Action: looseText,
      }),
    )
    .nullish(),
});
export type TrackReply = z.infer<typeof trackReply>;

export const recogniseReply = z.object({
  ...envelope,
  Code: looseText,
  LogisticCode: wireText,
  Shippers: z.array(z.object({ ShipperCode: wireText })).nullish(),
});
export type RecogniseReply = z.infer<typeof recogniseReply>;
