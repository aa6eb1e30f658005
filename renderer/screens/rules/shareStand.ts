import type { Rule } from '../../bridge/queries/ruleQueries.ts';

type Share = NonNullable<Rule['share']>;

const dayMs = 86_400_000;

export interface ShareStand {
  /** `ended`: 0 or 100 %, nothing is compared any more. */
  readonly kind: 'ended' | 'before' | 'running' | 'over';
  /** Begun days until it begins or ends; 0 when it does neither. */
  readonly days: number;
}

/** Whether a trial takes orders now, and for how long yet. */
export function shareStand({ percent, startsAt, endsAt }: Share, now: number): ShareStand {
  if (percent === 0 || percent === 100) return { kind: 'ended', days: 0 };
  if (now < startsAt) return { kind: 'before', days: Math.ceil((startsAt - now) / dayMs) };
  if (now >= endsAt) return { kind: 'over', days: 0 };
  return { kind: 'running', days: Math.ceil((endsAt - now) / dayMs) };
}
