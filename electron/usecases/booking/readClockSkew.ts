import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Platforms that sign the time refuse what is further off; five minutes is the usual window. */
export const clockLimitMs = 5 * 60_000;

export interface ClockKnowledge {
  /** Positive: this computer is behind; null: no reply has told yet. */
  readonly skewMs: number | null;
  readonly samples: number;
  readonly measuredAt: number | null;
  readonly limitMs: number;
}

/** This computer's clock against the Date of the platforms' replies. */
export async function readClockSkew({
  store,
  skewMeter,
}: Pick<Workspace, 'store' | 'skewMeter'>): Promise<ClockKnowledge> {
  const clockSkew = skewMeter.skew() ?? (await readSettings({ store })).clockSkew;
  return {
    skewMs: clockSkew?.skewMs ?? null,
    samples: clockSkew?.samples ?? 0,
    measuredAt: clockSkew?.measuredAt ?? null,
    limitMs: clockLimitMs,
  };
}
