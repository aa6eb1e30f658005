import type { PaymentKind } from '../intake/orderWishes.ts';
import type { LabelTemplateRef } from './labelTemplate.ts';

/** A person as printed: already masked where the label must not show them in full. */
export interface LabelParty {
  readonly name: string;
  readonly phone: string;
  /** One line without province/city/district repeated. */
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly detail: string;
  /** A number the carrier or platform lent for this parcel: nobody's own, so it is printed whole. */
  readonly isVirtualPhone?: boolean;
}

/** Millimetres. `60x40` is the internal label: for the shelf and the packer, never for a courier. */
export const labelSizes = ['76x130', '100x150', '100x180', '60x40'] as const;
export type LabelSize = (typeof labelSizes)[number];

/** All that is on one express label. Pure data: the same document and size give the same dots. */
export interface LabelDocument {
  readonly carrier: string;
  readonly carrierName: string;
  readonly waybillNo: string;
  readonly orderNo: string;
  /** Printed as the largest text, never re-wrapped or rebuilt. */
  readonly sortCode: string;
  readonly packageCode: string;
  readonly packageName: string;
  readonly sender: LabelParty;
  readonly receiver: LabelParty;
  readonly goods: readonly { readonly name: string; readonly quantity: number }[];
  readonly remark: string;
  /** The merchant's own zone: free text, may be empty. */
  readonly merchantText: string;
  /** UTC ms; printed in Asia/Shanghai. */
  readonly printedAt: number;
  /** n of N in its batch, null outside a batch. */
  readonly serial: { readonly no: number; readonly total: number } | null;
  /** 0 for the first label, n for the n-th reprint (补打 n). */
  readonly reprintNo: number;
  /** 样单: practice label, not for shipping. */
  readonly isPractice: boolean;
  /** What documents of earlier versions do not have is optional: they are printed again years later. */
  readonly shop?: string;
  /** Large on the internal label; absent: the place in the batch, else the end of the order number. */
  readonly shortCode?: string;
  /** The carrier's product: 标准快递, 特惠件 … */
  readonly productName?: string;
  /** Who pays the carrier, where the order says so; the receiver does at the door. */
  readonly payment?: PaymentKind;
  /** Cash the courier collects (代收货款); 0 or absent: none. */
  readonly codAmountFen?: number;
  readonly insuredValueFen?: number;
  /** Parcel i of N of one booking; `waybillNo` is this parcel's own number, `motherWaybillNo` that of the first. */
  readonly parcel?: { readonly no: number; readonly total: number; readonly motherWaybillNo: string } | null;
  /** What SF wants in the QR code, with the number of this very label in it; absent: the QR code says the number alone. */
  readonly routeQrText?: string;
  /** 签回单: a signed slip goes back to the sender. */
  readonly hasReturnReceipt?: boolean;
  /** 手工单: a slip for a carrier booked by hand; without a number it leaves room for one. */
  readonly isManualSlip?: boolean;
  /** `full` shows name, phone and unit of both parties, for the reason given; absent: masked. */
  readonly privacy?: LabelPrivacy;
  /** What is drawn in the merchant area; absent or null: the standard layout. */
  readonly template?: LabelTemplateRef | null;
}

/** How much of the people a label shows; a full one says why, and who asked is in the ledger. */
export type LabelPrivacy = { readonly form: 'masked' } | { readonly form: 'full'; readonly reason: string };

/** One bit a dot, rows top down, most significant bit = left dot, **1 prints**; rows padded with 0. */
export interface LabelBitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly data: Uint8Array;
  readonly dpi: 203 | 300;
}

/** Who laid a label out: our own layout or the carrier's HTML template; empty: not drawn yet. */
export type LabelDrawnBy = '' | 'ours' | 'carrier';

/** Why our own layout is printed although the account asks for the carrier's label. */
export const ownLayoutReasons = [
  /** There is no window to draw in: the command line. */
  'no-window',
  /** The number was booked before the account asked for the template. */
  'not-asked',
  /** Asked for, and the platform sent none. */
  'not-returned',
  /** A reprint carries a mark, which the carrier's markup has no place for. */
  'reprint',
  /** The internal label is no e-waybill. */
  'internal-size',
  'too-long',
  /** It wants to run script, which is never run: what the script draws would be missing. */
  'script',
  /** It wants something from the network, which it never gets. */
  'outside',
  'empty',
  /** Ink is beyond the sheet. */
  'too-large',
  'slow',
  'navigated',
  'failed',
] as const;
export type OwnLayoutReason = (typeof ownLayoutReasons)[number];

export function isOwnLayoutReason(text: string | number | undefined): text is OwnLayoutReason {
  return ownLayoutReasons.some((reason) => reason === text);
}

/** Chosen by a person or in the nature of the label: noted in the ledger, nobody is called. */
export const expectedReasons: readonly OwnLayoutReason[] = ['reprint', 'internal-size'];
