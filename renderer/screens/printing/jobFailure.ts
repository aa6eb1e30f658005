import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';

/** A job's failure with what its words name: the order, and the address, device or cause the ledger keeps. */
export function jobFailure(job: Pick<PrintJobRow, 'errorCode' | 'errorParams' | 'orderNo'>): {
  readonly code: string;
  readonly params: ErrorParams;
} {
  return { code: job.errorCode, params: { orderNo: job.orderNo, ...job.errorParams } };
}
