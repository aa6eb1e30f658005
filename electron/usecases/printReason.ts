import type { Failure } from '../../shared/errors/outcome.ts';
import type { PrintJobsTable } from '../store/schema.ts';

/** A failure as the print ledger keeps it: the code, and what its words name. */
export function reasonOf({
  code,
  params = {},
}: Pick<Failure, 'code' | 'params'>): Pick<PrintJobsTable, 'error_code' | 'error_params_json'> {
  return { error_code: code, error_params_json: JSON.stringify(params) };
}
