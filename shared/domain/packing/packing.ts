/** `aside`: packed, waits for its number · `dropped`: put back before it was packed. One row a parcel, however often it is opened. */
export const packStates = ['open', 'aside', 'closed', 'dropped', 'handed-over'] as const;
export type PackState = (typeof packStates)[number];

/** Allowed moves; the store refuses every other one. */
export const packMoves: Readonly<Record<PackState, readonly PackState[]>> = {
  open: ['aside', 'closed', 'dropped'],
  aside: ['open'],
  /** Opened again until it has been handed over. */
  closed: ['open', 'handed-over'],
  dropped: ['open'],
  'handed-over': [],
};

/** What the open parcel waits for. `print`: its label is on its way, or somebody has to see to it. */
export const packPhases = ['items', 'weight', 'print', 'label'] as const;
export type PackPhase = (typeof packPhases)[number];

/** When the label of a parcel prints; `by-hand`: labels are printed elsewhere. */
export const printMoments = ['open', 'check', 'weight', 'by-hand'] as const;
export type PrintMoment = (typeof printMoments)[number];

/** What a gesture came to, in one word. `repeated`: the same scan again, nothing changed. */
export const packSayings = [
  'opened',
  'repeated',
  'counted',
  'serial-wanted',
  'checked',
  'weighed',
  'label-seen',
  'closed',
  'aside',
  'dropped',
  'reopened',
  'overridden',
  'held',
  'reprinted',
  'extra-made',
  'switch-operator',
  'help',
  'nothing',
  'stopped',
] as const;
export type PackSaying = (typeof packSayings)[number];

/** What a person may put aside with a right and a reason: the rest of the goods, the weight, the scan of the label, a stop. */
export const packOverrides = ['items', 'weight', 'label', 'opening'] as const;
export type PackOverride = (typeof packOverrides)[number];

/** Where a weight comes from; `typed`: read off a scale that is not connected. */
export const weightSources = ['scale', 'typed'] as const;
export type WeightSource = (typeof weightSources)[number];

/** How the goods of a line were counted: by their code, or by eye since they have none. */
export const countWays = ['code', 'eye'] as const;
export type CountWay = (typeof countWays)[number];

/** States of a provisional slip. `unsure`: it may have come out · `failed`: it certainly did not · empty: none was asked for. */
export const slipStates = ['', 'waiting', 'sending', 'printed', 'unsure', 'failed'] as const;
export type SlipState = (typeof slipStates)[number];

/**
 * What is not settled of an order's goods: how many of one, whether identical rows are one line or two, into how many boxes, or whether it
 * is goods at all.
 */
const goodsDoubts = ['quantity', 'rows', 'boxes', 'goods'] as const;
export type GoodsDoubt = (typeof goodsDoubts)[number];

/** How this bench works. */
export interface PackingRules {
  /** What people call this bench. */
  readonly benchName: string;
  /** Shops and carriers that are packed here; empty: all. */
  readonly shops: readonly string[];
  readonly carriers: readonly string[];
  readonly printAt: PrintMoment;
  /** With no parcel open, goods open the oldest order that needs them. */
  readonly opensBySku: boolean;
  readonly checksItems: boolean;
  readonly weighs: boolean;
  /** A parcel closes when its label is scanned; otherwise with what is done last. */
  readonly scansLabel: boolean;
  /** A saved printer, or `auto:`. */
  readonly printerUri: string;
  /** For slips of parcels without a number; empty: none is printed. */
  readonly slipPrinterUri: string;
  /** Pictures of goods are fetched from the links of the order file. */
  readonly showsPictures: boolean;
  /** Only what this bench has closed leaves with a courier. */
  readonly handsOverPackedOnly: boolean;
}

export const usualPackingRules: PackingRules = {
  benchName: '',
  shops: [],
  carriers: [],
  printAt: 'check',
  opensBySku: true,
  checksItems: true,
  weighs: false,
  scansLabel: true,
  printerUri: 'auto:',
  slipPrinterUri: '',
  showsPictures: true,
  handsOverPackedOnly: false,
};
