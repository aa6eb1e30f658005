/** Parcel → quantity of each item of the order; what no parcel takes stays together in a last one. */
export type SplitPlan = readonly (readonly number[])[];

/** How many of an item no parcel takes. */
export function leftOf(plan: SplitPlan, itemIndex: number, quantity: number): number {
  return quantity - plan.reduce((sum, quantities) => sum + (quantities[itemIndex] ?? 0), 0);
}

/** The plan as the core takes it; an empty parcel is none. */
export function parcelsOf(plan: SplitPlan): { itemIndex: number; quantity: number }[][] {
  return plan
    .map((quantities) =>
      quantities
        .map((quantity, itemIndex) => ({ itemIndex, quantity }))
        .filter(({ quantity }) => quantity > 0),
    )
    .filter((parcel) => parcel.length > 0);
}
