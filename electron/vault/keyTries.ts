import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import { waitLeftSeconds } from '../../shared/rules/tryWaits.ts';
import { systemCodeOf } from '../platform/expectedFailure.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';

const triesSchema = z.object({
  wrongTries: z.number().int().nonnegative().max(1_000_000),
  triedAt: z.number().int(),
  /** The process whose try has no answer yet, and counts as wrong until then; null: the last one was answered. */
  triedBy: z.number().int().positive().nullable().default(null),
});

type CountedTries = z.infer<typeof triesSchema>;

/** Secrets with separate counters: where their wrong tries are counted, and the error code of the wait. */
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
 * Delays the next guess after wrong ones, as with a PIN. The try is on disk before the secret is checked, and the wrong result before it
 * is reported: a restart allows no more tries. A program that was killed on the way has reported nothing, so its try does not count.
 * Whoever can remove this file can also copy `keys.json`; against that scrypt is the protection.
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
  writeTries(path, { wrongTries: tries.wrongTries + 1, triedAt: now, triedBy: process.pid });
  const outcome = await attempt(tries.wrongTries);
  if (outcome.ok) rmSync(path, { force: true });
  else answerTry(path, now);
  return outcome;
}

/** A process that started since counts this one with its own. */
function answerTry(path: string, now: number): void {
  const tries = readTries(path, now);
  if (tries.triedBy === process.pid) writeTries(path, { ...tries, triedBy: null });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return systemCodeOf(error) !== 'ESRCH';
  }
}

/** If the clock was set back since the last try, that wait starts again; it does not last until the clock has caught up. */
function readTries(path: string, now: number): CountedTries {
  const bytes = readFileIfThere(path);
  if (bytes === null) return { wrongTries: 0, triedAt: 0, triedBy: null };
  const tries = parseTries(bytes.toString('utf8'));
  if (tries !== null && tries.triedAt <= now) return tries;
  // An unreadable file is foreign or half written: it counts as the shortest wait.
  const known = { wrongTries: tries?.wrongTries ?? 3, triedAt: now, triedBy: tries?.triedBy ?? null };
  writeTries(path, known);
  return known;
}

/** Without the try of a process that is gone. */
function parseTries(text: string): CountedTries | null {
  try {
    const tries = triesSchema.parse(JSON.parse(text));
    const isCutShort = tries.triedBy !== null && !isRunning(tries.triedBy);
    return isCutShort ? { ...tries, wrongTries: Math.max(0, tries.wrongTries - 1), triedBy: null } : tries;
  } catch {
    return null;
  }
}

function writeTries(path: string, tries: CountedTries): void {
  replaceOwnerOnlyFile(path, JSON.stringify(tries));
}
