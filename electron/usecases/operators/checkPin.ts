import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { waitLeftSeconds, waitSeconds } from '../../../shared/rules/tryWaits.ts';
import type { Operator } from '../../store/schema.ts';
import { isPin } from '../../vault/pinHash.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Is this the operator's PIN? The try is on disk before the PIN is looked at: neither a restart nor several tries at once
 * give more of them.
 */
export async function checkPin(
  { store, clock }: Workspace,
  operatorId: string,
  pin: string,
): Promise<Outcome<Operator>> {
  const now = clock.now();
  const tried = await store.write(async (write): Promise<Outcome<Operator>> => {
    const found = await write.operators.byId(operatorId);
    if (found === undefined || found.removedAt !== null) return failure('OPERATOR_NOT_FOUND');
    const seconds = waitLeftSeconds({ wrongTries: found.wrongPins, triedAt: found.triedAt }, now);
    if (seconds > 0) return failure('OPERATOR_PIN_WAIT', { seconds });
    await write.operators.note(found.id, { wrongPins: found.wrongPins + 1, triedAt: now });
    return done(found);
  });
  if (!tried.ok) return tried;
  const { pinSalt: salt, pinHash: hash, wrongPins } = tried.value;
  if (!(await isPin(pin, { salt, hash })))
    return failure('OPERATOR_PIN_WRONG', { seconds: waitSeconds(wrongPins + 1) });
  await store.write((write) => write.operators.note(operatorId, { wrongPins: 0 }));
  return tried;
}
