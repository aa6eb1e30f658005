import { goneStates, type OrderAlarm, type OrderState } from '../../shared/domain/order.ts';
import type { GoodsDoubt, PackingRules, PackState } from '../../shared/domain/packing/packing.ts';
import type { PackStop } from '../../shared/domain/packing/packStops.ts';
import type { ShipmentState } from '../../shared/domain/shipment.ts';
import type { BenchLabel } from './benchParcel.ts';

/** What is known of an order when its parcel is to be opened. */
export interface OpeningFacts {
  readonly state: OrderState;
  readonly shop: string;
  /** The one it goes with, or will. */
  readonly carrier: string;
  readonly alarm: OrderAlarm | '';
  readonly isRefundHeld: boolean;
  /** A newer file says something else of it, and nobody has decided. */
  readonly hasChange: boolean;
  /** What of its goods nobody has settled; empty: nothing. */
  readonly goodsDoubt: GoodsDoubt | '';
  readonly isMasked: boolean;
  readonly shipmentState: ShipmentState | null;
  /** Of the parcel that is meant. */
  readonly packState: PackState | null;
  readonly label: BenchLabel;
  readonly isBenchHeld: boolean;
  /** Another bench that is there has it open. */
  readonly isOpenElsewhere: boolean;
  /** Its label was scanned, so it is in the packer's hand. */
  readonly isByLabel: boolean;
}

const regroupedStates: readonly OrderState[] = ['merged', 'split'];

/** One row: what it is, and when it holds. The first that holds counts. */
type Row = readonly [PackStop, (facts: OpeningFacts, rules: PackingRules) => boolean];

const isElsewhere = (wanted: readonly string[], one: string): boolean =>
  wanted.length > 0 && !wanted.includes(one);

const isBooked = ({ shipmentState }: OpeningFacts): boolean => shipmentState === 'booked';

/** What keeps a parcel from being opened, the gravest first. */
const stopRows: readonly Row[] = [
  ['refunded', ({ alarm, isRefundHeld }) => isRefundHeld || alarm === 'refund'],
  ['cancelled', ({ state }) => state === 'cancelled'],
  ['held', ({ state, alarm }) => state === 'held' || alarm === 'platform'],
  ['regrouped', ({ state }) => regroupedStates.includes(state)],
  ['left', ({ state, packState }) => goneStates.includes(state) || packState === 'handed-over'],
  ['already-packed', ({ packState }) => packState === 'closed'],
  // Before what may be let pass: whoever lets that pass has been told of this.
  ['open-elsewhere', ({ isOpenElsewhere }) => isOpenElsewhere],
  ['bench-held', ({ isBenchHeld }) => isBenchHeld],
  ['other-shop', ({ shop }, { shops }) => isElsewhere(shops, shop)],
  // Nobody has chosen its carrier yet: it is packed wherever it lies.
  ['wrong-bench', ({ carrier }, { carriers }) => carrier !== '' && isElsewhere(carriers, carrier)],
  ['changed', ({ alarm, hasChange }) => alarm === 'changed' || hasChange],
  ['goods-doubt', ({ goodsDoubt }) => goodsDoubt !== ''],
  ['label-unsure', ({ label, isByLabel }) => label === 'unsure' && !isByLabel],
  ['masked', (facts) => facts.isMasked && !isBooked(facts)],
];

/** What is said while it opens all the same. */
const noticeRows: readonly Row[] = [
  // One that is being sent has no number yet, like one that waits: nothing of it is in doubt.
  ['unsure', ({ shipmentState }) => shipmentState === 'unsure'],
  ['no-number', (facts) => !isBooked(facts)],
  [
    'already-printed',
    ({ label, isByLabel }, { printAt }) => label === 'out' && !isByLabel && printAt !== 'by-hand',
  ],
];

const firstOf = (rows: readonly Row[], facts: OpeningFacts, rules: PackingRules): PackStop | null =>
  rows.find(([, holds]) => holds(facts, rules))?.[0] ?? null;

/** null: nothing speaks against it. */
export const stopOfOpening = (facts: OpeningFacts, rules: PackingRules): PackStop | null =>
  firstOf(stopRows, facts, rules);

/** null: nothing need be said. */
export const noticeOfOpening = (facts: OpeningFacts, rules: PackingRules): PackStop | null =>
  firstOf(noticeRows, facts, rules);
