import type { Party } from '../party.ts';

export const paymentKinds = ['sender', 'receiver', 'monthly', 'third-party'] as const;
/** Who pays the carrier. `monthly`: the sender, by the bill of the month. */
export type PaymentKind = (typeof paymentKinds)[number];

/** By the carrier's own name of it. */
interface WishedService {
  readonly name: string;
  readonly value: string;
}

/** Length, width and height. */
export type BoxSizeMm = readonly [lengthMm: number, widthMm: number, heightMm: number];

/**
 * What a file or a person says of how an order travels, beyond what every order has. Left out: as shop, rule or account say.
 * What the platform it goes to cannot carry out is reported before it is booked, never left out.
 */
export interface OrderWishes {
  /** Parts that are empty are those of the shop's sender, else of the sender in Settings. */
  readonly sender?: Party;
  /** As people write it: 顺丰标快, 特惠送, or the platform's own code. */
  readonly product?: string;
  readonly payment?: PaymentKind;
  /** Number of the monthly account that is charged. */
  readonly monthlyCard?: string;
  readonly volumeCm3?: number;
  readonly sizeMm?: BoxSizeMm;
  /** A signed receipt is to come back; what is wanted of it, empty: nothing in particular. */
  readonly returnSlip?: string;
  /** Besides money on delivery and insurance. */
  readonly services?: readonly WishedService[];
  /** Weight of each box, where the file lists them: as many as there are boxes. */
  readonly boxGrams?: readonly number[];
}

/** Names of the wishes, as changes and complaints use them. */
export const wishFields = [
  'sender',
  'product',
  'payment',
  'monthlyCard',
  'volume',
  'returnSlip',
  'services',
] as const;
export type WishField = (typeof wishFields)[number];
