export interface RefusedOrder {
  readonly orderNo: string;
  readonly code: string;
}

/** Refused orders by reason, the most frequent first. */
export function groupRefused(
  refused: readonly RefusedOrder[],
): { readonly code: string; readonly orderNos: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { orderNo, code } of refused) groups.set(code, [...(groups.get(code) ?? []), orderNo]);
  return [...groups]
    .map(([code, orderNos]) => ({ code, orderNos }))
    .sort((one, other) => other.orderNos.length - one.orderNos.length);
}
