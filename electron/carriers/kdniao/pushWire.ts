import { z } from 'zod';
import { wireMoney } from '../kit/wireMoney.ts';
import { looseText, wireText } from '../kit/wireText.ts';
import { trackReply } from './wire.ts';

/** Around every push; the elements are read one by one, so that one odd parcel does not hold up nine others. */
export const pushEnvelope = z.object({
  EBusinessID: wireText,
  PushTime: looseText,
  Data: z.array(z.unknown()),
});

/** 101, 102: the shape of a query's reply. */
export const pushedTrack = trackReply;

/** 103: what became of a pickup. */
export const pushedPickup = z.object({
  OrderCode: wireText,
  ShipperCode: looseText,
  LogisticCode: looseText,
  State: wireText,
  /** kg, as number or text. */
  Weight: z.union([z.number(), z.string()]).nullish().catch(null),
  Cost: wireMoney,
  TotalFee: wireMoney,
});

/** 107: the money of a parcel paid on delivery. */
export const pushedCod = z.object({
  OrderCode: looseText,
  LogisticCode: wireText,
  OrderState: wireText,
});
