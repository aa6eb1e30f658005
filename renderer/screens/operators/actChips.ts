import type { OperatorActKind } from '../../../shared/domain/operatorAct.ts';

/** What the record can be narrowed to; everybody signs in many times a day, which hides the rest. */
export const actChips = {
  labels: ['reprinted', 'full-form-printed'],
  personal: ['personal-data-shown', 'personal-data-exported'],
  staff: ['operator-added', 'operator-changed', 'operator-removed', 'rescue-code-made', 'pin-rescued'],
  signIns: ['signed-in'],
} as const satisfies Readonly<Record<string, readonly OperatorActKind[]>>;

export type ActChip = keyof typeof actChips;
