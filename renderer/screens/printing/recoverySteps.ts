import type { RecoveryView } from '../../../shared/contracts/printContract.ts';

/** What the scan of the last good label would do, said before it is done; a line with a count of zero is left out. */
export interface RecoveryStep {
  readonly id: 'scanned' | 'confirmed' | 'stillUnsure' | 'rest';
  readonly count: number;
}

export function recoverySteps(plan: RecoveryView): readonly RecoveryStep[] {
  const steps: readonly RecoveryStep[] = [
    { id: 'scanned', count: 1 },
    { id: 'confirmed', count: plan.confirmed },
    { id: 'stillUnsure', count: plan.stillUnsure },
    { id: 'rest', count: plan.rest.length },
  ];
  return steps.filter(({ count }) => count > 0);
}

/** Nothing but the scanned label itself is decided: no question is worth a dialog. */
export function isPlainScan(plan: RecoveryView): boolean {
  return plan.confirmed === 0 && plan.rest.length === 0;
}
