import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
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

/** After the third wrong one in a row 2 s, then twice as long each time; never for ever. */
const freeTries = 2;
const longestWaitMs = 5 * 60_000;

interface Tries {
  readonly wrongTries: number;
  readonly triedAt: number;
}

function waitMs(wrongTries: number): number {
  return wrongTries <= freeTries ? 0 : Math.min(2 ** (wrongTries - freeTries) * 1_000, longestWaitMs);
}

const secondsOf = (durationMs: number) => Math.ceil(durationMs / 1_000);

/** How long after so many wrong ones the next may be tried. */
export const waitSeconds = (wrongTries: number): number => secondsOf(waitMs(wrongTries));

/** What is left of that wait. A clock set back must not make it longer than it is. */
export function waitLeftSeconds({ wrongTries, triedAt }: Tries, now: number): number {
  const waitedMs = Math.max(0, now - triedAt);
  return secondsOf(Math.max(0, waitMs(wrongTries) - waitedMs));
}
