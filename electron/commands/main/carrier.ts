import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { found } from './word.ts';

/** A carrier by code or name. */
export const carrier = found('CODE', async (_workspace, said) => {
  const code = readCarrierCode(said);
  return code === null ? failure('CARRIER_UNKNOWN', { carrier: said.slice(0, 20) }) : done(code);
});
