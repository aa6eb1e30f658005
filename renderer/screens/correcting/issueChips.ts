import type { FilterChoice } from '../../parts/FilterChips.tsx';

export const allIssues = 'all';

/** One chip a kind of complaint, the most frequent first; kinds without a row are not offered. */
export function issueChips(
  issues: readonly { readonly issue: string; readonly orders: number }[],
  words: { readonly all: string; say(issue: string): string },
): readonly FilterChoice[] {
  const total = issues.reduce((sum, { orders }) => sum + orders, 0);
  const kinds = [...issues].sort((a, b) => b.orders - a.orders || a.issue.localeCompare(b.issue));
  return [
    { id: allIssues, label: words.all, count: total },
    ...kinds.map(({ issue, orders }) => ({ id: issue, label: words.say(issue), count: orders })),
  ];
}
