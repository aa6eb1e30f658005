import type { Failure } from '../../../shared/errors/outcome.ts';
import type { PrintJob } from '../../store/schema.ts';

/** A failure as the print ledger keeps it: the code, and what its words name. */
export function reasonOf({
  code,
  params = {},
}: Pick<Failure, 'code' | 'params'>): Pick<PrintJob, 'errorCode' | 'errorParamsJson'> {
  return { errorCode: code, errorParamsJson: JSON.stringify(params) };
}
