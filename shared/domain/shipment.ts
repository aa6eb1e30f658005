export const shipmentStates = [
  'planned',
  'sending',
  'booked',
  'refused',
  'unsure',
  'voiding',
  'voided',
] as const;
export type ShipmentState = (typeof shipmentStates)[number];

/** Allowed moves. `unsure` leaves only by finding out: found → booked, not found → planned. */
export const shipmentMoves: Readonly<Record<ShipmentState, readonly ShipmentState[]>> = {
  planned: ['sending', 'refused'],
  sending: ['booked', 'refused', 'unsure', 'planned'],
  unsure: ['booked', 'planned', 'refused'],
  booked: ['voiding'],
  refused: ['planned'],
  voiding: ['voided', 'booked'],
  voided: [],
};

/** What the platform gave us for one booking. */
export interface Booking {
  readonly waybillNo: string;
  /** Numbers of the further parcels of one booking, in the platform's order; absent for a single parcel. */
  readonly childWaybillNos?: readonly string[];
  /** 大头笔/三段码, printed as it came. Empty when the platform gave none. */
  readonly sortCode: string;
  readonly packageCode: string;
  readonly packageName: string;
  readonly originName: string;
  readonly destinationName: string;
  /** Platform's own order number or request id, for support. */
  readonly platformRef: string;
  /** Carrier's HTML label when it was asked for, empty otherwise. Never rendered in our pages. */
  readonly templateHtml: string;
  /** The further labels of one booking in the order of `childWaybillNos`. */
  readonly childTemplateHtmls?: readonly string[];
  /** Number of the signed receipt that comes back; absent: none was asked for. */
  readonly receiptWaybillNo?: string;
  /** What machines sort by; people read `sortCode`. */
  readonly machineSortCode?: string;
  readonly originCode?: string;
  readonly destinationCode?: string;
  readonly destinationCentre?: string;
  /** What SF wants in the QR code of its label; it holds the number of the parcel (`numberInRouteText`). */
  readonly routeQrText?: string;
  /** The same of further parcels, each for the label whose number it holds. */
  readonly childRouteQrTexts?: readonly string[];
  /** As the platform wrote it: `2026-01-03`. */
  readonly expectedDate?: string;
  /** The platform says that it gave this number before, for the same order code; absent: it is new, or nobody says. */
  readonly isKnownBefore?: true;
}
