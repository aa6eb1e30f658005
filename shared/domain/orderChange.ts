/** `content`: a newer file says something else of an order · `stop`: it says that the order must not go out. */
export const orderChangeKinds = ['content', 'stop'] as const;
export type OrderChangeKind = (typeof orderChangeKinds)[number];

/** `superseded`: a still newer file came before anybody decided · `undone`: taken back with the import it came from. */
export const orderChangeStates = ['pending', 'accepted', 'rejected', 'superseded', 'undone'] as const;
export type OrderChangeState = (typeof orderChangeStates)[number];

/** Allowed moves; the store refuses every other one. */
export const orderChangeMoves: Readonly<Record<OrderChangeState, readonly OrderChangeState[]>> = {
  pending: ['accepted', 'rejected', 'superseded', 'undone'],
  accepted: ['undone'],
  rejected: [],
  superseded: [],
  undone: [],
};

/** One field that differs, as people read it. `field` is a column of the receiver or a field of the order. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** How alike receivers must be before two orders are offered for one parcel. */
export const mergeLevels = ['exact', 'phone-address'] as const;
export type MergeLevel = (typeof mergeLevels)[number];
