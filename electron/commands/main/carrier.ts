import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { found } from './word.ts';

/** A carrier by code or name. */
export const carrier = found('CODE', async (_workspace, argument) => {
  const code = readCarrierCode(argument);
  return code === null ? failure('CARRIER_UNKNOWN', { carrier: argument.slice(0, 20) }) : done(code);
});
