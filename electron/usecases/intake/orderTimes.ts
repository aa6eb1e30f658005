import type { OrderTimes } from '../../imports/kit/orderDraft.ts';

const names = ['paidAt', 'shipBy', 'promisedAt'] as const;

/** Rows of one order have the same time; otherwise the earliest counts: of two deadlines it must be kept. */
export function timesOf(drafts: readonly OrderTimes[]): OrderTimes {
  const first = (read: (draft: OrderTimes) => number | null): number | null => {
    let earliest: number | null = null;
    for (const draft of drafts) {
      const at = read(draft);
      if (at !== null && at < (earliest ?? Infinity)) earliest = at;
    }
    return earliest;
  };
  return {
    paidAt: first(({ paidAt }) => paidAt),
    shipBy: first(({ shipBy }) => shipBy),
    promisedAt: first(({ promisedAt }) => promisedAt),
  };
}

/** Times that differ in these rows, where the caller accepts them; null: none. */
export function changedTimes(
  order: OrderTimes,
  drafts: readonly OrderTimes[],
  counts: (before: number | null, at: number) => boolean,
): Partial<OrderTimes> | null {
  const times = timesOf(drafts);
  const changed = names.flatMap((name) => {
    const at = times[name];
    return at === null || at === order[name] || !counts(order[name], at) ? [] : [[name, at] as const];
  });
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
