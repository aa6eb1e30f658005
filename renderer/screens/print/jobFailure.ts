import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';

/** A job's failure with what its words name: the order, and the address of a network printer. */
export function jobFailure(job: Pick<PrintJobRow, 'errorCode' | 'orderNo' | 'printerUri'>): {
  readonly code: string;
  readonly params: ErrorParams;
} {
  const [, host, port = '9100'] = /^tcp:\/\/(\[[^\]]+\]|[^:/?]+)(?::(\d+))?/i.exec(job.printerUri) ?? [];
  return {
    code: job.errorCode,
    params: { orderNo: job.orderNo, ...(host === undefined ? {} : { host, port }) },
  };
}
