import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { OperatorsTable } from '../../store/schema.ts';
import { isPin } from '../../vault/pinHash.ts';
import type { Workspace } from '../workspace.ts';

/** After the third wrong PIN in a row 2 s, then twice as long each time; never for ever. */
const freeTries = 2;
const longestWaitMs = 5 * 60_000;

function waitMs(wrongPins: number): number {
  return wrongPins <= freeTries ? 0 : Math.min(2 ** (wrongPins - freeTries) * 1_000, longestWaitMs);
}

const secondsOf = (durationMs: number) => Math.ceil(durationMs / 1_000);

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
    // A clock set back must not make the wait longer than it is.
    const waitedMs = Math.max(0, now - found.tried_at);
    const leftMs = Math.min(waitMs(found.wrong_pins), waitMs(found.wrong_pins) - waitedMs);
    if (leftMs > 0) return failure('OPERATOR_PIN_WAIT', { seconds: secondsOf(leftMs) });
    await write.operators.note(found.id, { wrong_pins: found.wrong_pins + 1, tried_at: now });
    return done(found);
  });
  if (!tried.ok) return tried;
  const { pin_salt: salt, pin_hash: hash, wrong_pins: wrongPins } = tried.value;
  if (!(await isPin(pin, { salt, hash })))
    return failure('OPERATOR_PIN_WRONG', { seconds: secondsOf(waitMs(wrongPins + 1)) });
  await store.write((write) => write.operators.note(operatorId, { wrong_pins: 0 }));
  return tried;
}
