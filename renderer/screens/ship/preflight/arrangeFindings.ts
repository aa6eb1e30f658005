import type { PreflightRow } from '../../../../shared/contracts/preflightContract.ts';

const weight = { stop: 0, warn: 1, unknown: 2, ok: 3 } as const;

/** What stops a batch first, then what should be read, then what is not known, then what is fine. */
export function arrangeFindings(findings: readonly PreflightRow[]): readonly PreflightRow[] {
  return [...findings].sort((one, other) => weight[one.state] - weight[other.state]);
}
