import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import { type Tries, waitLeftSeconds } from '../../shared/rules/tryWaits.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';

const fileName = 'key-tries.json';
const triesSchema = z.object({
  wrongTries: z.number().int().nonnegative().max(1_000_000),
  triedAt: z.number().int(),
});

interface Try {
  readonly folder: string;
  /** UTC ms. */
  readonly now: number;
  /** false: nothing was given that could be wrong. */
  readonly isGuess: boolean;
}

/**
 * Makes a guess wait after wrong ones, as with a PIN. The try is on disk before the secret is looked at: a restart gives no
 * more of them. Whoever can take this file away can copy `keys.json` too; there scrypt is the guard.
 */
export async function countTry<T>(
  { folder, now, isGuess }: Try,
  attempt: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!isGuess) return attempt();
  const tries = readTries(folder, now);
  const seconds = waitLeftSeconds(tries, now);
  if (seconds > 0) return failure('KEY_TRY_WAIT', { seconds });
  writeTries(folder, { wrongTries: tries.wrongTries + 1, triedAt: now });
  const outcome = await attempt();
  if (outcome.ok) rmSync(join(folder, fileName), { force: true });
  return outcome;
}

/** A clock set back since the last try starts that wait once more; it does not last until the clock has caught up. */
function readTries(folder: string, now: number): Tries {
  const bytes = readFileIfThere(join(folder, fileName));
  if (bytes === null) return { wrongTries: 0, triedAt: 0 };
  const tries = parseTries(bytes.toString('utf8'));
  if (tries !== null && tries.triedAt <= now) return tries;
  // What nobody can read was written by nobody of ours, or half of it: it counts as the wait at its shortest.
  const known = { wrongTries: tries?.wrongTries ?? 3, triedAt: now };
  writeTries(folder, known);
  return known;
}

function parseTries(text: string): Tries | null {
  try {
    return triesSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function writeTries(folder: string, tries: Tries): void {
  replaceOwnerOnlyFile(join(folder, fileName), JSON.stringify(tries));
}
