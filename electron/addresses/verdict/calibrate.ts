import { confidenceSteps } from './confidenceSteps.ts';

/**
 * How often readings with such a raw score are right as a whole, by the fitted table, and never more than the raw
 * score: made cases know fewer ways of being wrong than people do, and the worst must stay first in a list.
 */
export function calibrate(raw: number): number {
  let share = confidenceSteps[0]?.[1] ?? 0;
  for (const [rawFrom, right] of confidenceSteps) if (raw >= rawFrom - 1e-9) share = right;
  return Math.min(raw, share);
}
