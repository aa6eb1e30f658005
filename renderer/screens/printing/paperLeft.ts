import type { PaperRoll } from '../../../shared/contracts/paperContract.ts';

/** What is left is named in amber from here on: a roll is changed before it stops the bench, not after. */
const lowShare = 0.1;

/** About how many labels a roll still has. Below zero nobody can know: the roll was longer, or one was changed unsaid. */
export function paperLeft(roll: Pick<PaperRoll, 'labels' | 'usedLabels'>): {
  readonly labels: number;
  readonly isLow: boolean;
} {
  const labels = Math.max(0, roll.labels - roll.usedLabels);
  return { labels, isLow: labels <= roll.labels * lowShare };
}
