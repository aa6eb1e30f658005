import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import { type Tries, waitLeftSeconds } from '../../shared/rules/tryWaits.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';

const triesSchema = z.object({
  wrongTries: z.number().int().nonnegative().max(1_000_000),
  triedAt: z.number().int(),
});

/** Secrets that are guessed apart from each other: where their wrong tries are counted, and what the wait is called. */
const counts = {
  key: { fileName: 'key-tries.json', wait: 'KEY_TRY_WAIT' },
  restore: { fileName: 'restore-tries.json', wait: 'OPERATOR_PIN_WAIT' },
} as const satisfies Readonly<Record<string, { readonly fileName: string; readonly wait: ErrorCode }>>;

/** What counts them; they belong to the key beside them. */
export const keyTryFiles: readonly string[] = Object.values(counts).map(({ fileName }) => fileName);

interface Try {
  readonly of: keyof typeof counts;
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
  { of, folder, now, isGuess }: Try,
  attempt: (wrongTries: number) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!isGuess) return attempt(0);
  const { fileName, wait } = counts[of];
  const path = join(folder, fileName);
  const tries = readTries(path, now);
  const seconds = waitLeftSeconds(tries, now);
  if (seconds > 0) return failure(wait, { seconds });
  writeTries(path, { wrongTries: tries.wrongTries + 1, triedAt: now });
  const outcome = await attempt(tries.wrongTries);
  if (outcome.ok) rmSync(path, { force: true });
  return outcome;
}

/** A clock set back since the last try starts that wait once more; it does not last until the clock has caught up. */
function readTries(path: string, now: number): Tries {
  const bytes = readFileIfThere(path);
  if (bytes === null) return { wrongTries: 0, triedAt: 0 };
  const tries = parseTries(bytes.toString('utf8'));
  if (tries !== null && tries.triedAt <= now) return tries;
  // What nobody can read was written by nobody of ours, or half of it: it counts as the wait at its shortest.
  const known = { wrongTries: tries?.wrongTries ?? 3, triedAt: now };
  writeTries(path, known);
  return known;
}

function parseTries(text: string): Tries | null {
  try {
    return triesSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function writeTries(path: string, tries: Tries): void {
  replaceOwnerOnlyFile(path, JSON.stringify(tries));
}
