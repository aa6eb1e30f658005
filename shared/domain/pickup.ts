/**
 * A courier called to the sender's door. `unsure`: the call may have got through, it is only asked about; `cancelling`: it
 * may have been called off, asking again is safe.
 */
export const pickupStates = [
  'sending',
  'unsure',
  'placed',
  'assigned',
  'collected',
  'cancelling',
  'cancelled',
  'failed',
  'refused',
] as const;
export type PickupStage = (typeof pickupStates)[number];

/** Allowed moves. `unsure` leaves only by finding out; news of the platform may skip steps. */
export const pickupMoves: Readonly<Record<PickupStage, readonly PickupStage[]>> = {
  sending: ['placed', 'refused', 'unsure'],
  unsure: ['placed', 'assigned', 'collected', 'failed', 'refused', 'cancelled'],
  placed: ['assigned', 'collected', 'failed', 'cancelling', 'cancelled'],
  assigned: ['collected', 'failed', 'cancelling', 'cancelled'],
  cancelling: ['cancelled', 'placed', 'collected', 'failed'],
  collected: [],
  cancelled: [],
  failed: [],
  refused: [],
};

/** While one is open no second courier is called for the order. */
export const openPickupStates: readonly PickupStage[] = [
  'sending',
  'unsure',
  'placed',
  'assigned',
  'cancelling',
];

/** `appointment`: the carrier's own courier · `door`: the platform's collection service, at its own prices. */
export const pickupKinds = ['appointment', 'door'] as const;
export type PickupKind = (typeof pickupKinds)[number];
