import { statSync } from 'node:fs';
import type {
  UpgradeListener,
  UpgradeProgressListener,
  UpgradeStep,
} from '../../../shared/contracts/bridge.ts';
import type { Clock } from '../../platform/clock.ts';

const pollMs = 500;

/** A copy of gigabytes is one call, in which the core says nothing: how far it is, the growing file tells here meanwhile. */
export function watchUpgrade(clock: Clock, tell: UpgradeProgressListener): UpgradeListener {
  let polling = new AbortController();
  async function follow({ growing, ...step }: UpgradeStep, { signal }: AbortController): Promise<void> {
    let share = 0;
    while (!signal.aborted) {
      const size = growing === undefined ? 0 : (statSync(growing, { throwIfNoEntry: false })?.size ?? 0);
      share = Math.max(share, Math.min(1, size / Math.max(1, step.bytes)));
      tell({ ...step, share });
      await clock.sleep(pollMs, signal);
    }
  }
  return (step) => {
    polling.abort();
    polling = new AbortController();
    if (step === null) return tell(null);
    if (step.growing !== undefined) return void follow(step, polling);
    const { growing: _none, ...shown } = step;
    tell({ ...shown, share: null });
  };
}
