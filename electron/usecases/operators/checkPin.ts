import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { OperatorsTable } from '../../store/schema.ts';
import { isPin } from '../../vault/pinHash.ts';
import type { Workspace } from '../workspace.ts';
import { waitLeftSeconds, waitSeconds } from './tryWait.ts';

/**
 * Is this the operator's PIN? The try is on disk before the PIN is looked at: neither a restart nor several tries at once
 * give more of them.
 */
export async function checkPin(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  operatorId: string,
  pin: string,
): Promise<Outcome<OperatorsTable>> {
  const now = clock.now();
  const tried = await store.write(async (write): Promise<Outcome<OperatorsTable>> => {
    const found = await write.operators.byId(operatorId);
    if (found === undefined || found.removed_at !== null) return failure('OPERATOR_NOT_FOUND');
    const seconds = waitLeftSeconds({ wrongTries: found.wrong_pins, triedAt: found.tried_at }, now);
    if (seconds > 0) return failure('OPERATOR_PIN_WAIT', { seconds });
    await write.operators.note(found.id, { wrong_pins: found.wrong_pins + 1, tried_at: now });
    return done(found);
  });
  if (!tried.ok) return tried;
  const { pin_salt: salt, pin_hash: hash, wrong_pins: wrongPins } = tried.value;
  if (!(await isPin(pin, { salt, hash })))
    return failure('OPERATOR_PIN_WRONG', { seconds: waitSeconds(wrongPins + 1) });
  await store.write((write) => write.operators.note(operatorId, { wrong_pins: 0 }));
  return tried;
}
