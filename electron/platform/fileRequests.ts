import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeOwnerOnlyFolder, readFileIfThere, replaceOwnerOnlyFile } from './ownerOnlyFiles.ts';
import { renamePatiently } from './patientFiles.ts';

/**
 * A program that may not open a workspace hands something to the one that has it open, by two files in a folder of the
 * owner's alone: `ID.ask` holds what is handed over, `ID.answer` what came of it. Who takes an `.ask` renames it first,
 * so that the asker knows which of both happened: it was taken, or it can be taken back.
 */
const requestEnding = '.ask';
const takenEnding = '.taken';
const answerEnding = '.answer';

/** How often the answer is looked for. */
const pollMs = 50;

interface Waiting {
  /** Least time for the other program to take it, and again for its answer. */
  readonly patienceMs: number;
  sleep(ms: number): Promise<unknown>;
}

/** The answer; null: nobody took the question, and it was withdrawn. `taken` without an answer: the result is unknown. */
export async function requestByFile(
  folder: string,
  content: string,
  { patienceMs, sleep }: Waiting,
): Promise<{ readonly answer: string | null } | null> {
  makeOwnerOnlyFolder(folder);
  const stem = join(folder, randomUUID());
  const answerPath = `${stem}${answerEnding}`;
  replaceOwnerOnlyFile(`${stem}${requestEnding}`, content);
  for (let waitedMs = 0; waitedMs < 2 * patienceMs; waitedMs += pollMs) {
    const answer = readFileIfThere(answerPath);
    if (answer !== null) {
      rmSync(answerPath, { force: true });
      return { answer: answer.toString('utf8') };
    }
    if (waitedMs >= patienceMs && takeBack(stem)) return null;
    await sleep(pollMs);
  }
  return { answer: null };
}

function takeBack(stem: string): boolean {
  try {
    renamePatiently(`${stem}${requestEnding}`, `${stem}${takenEnding}`);
  } catch {
    return false;
  }
  rmSync(`${stem}${takenEnding}`, { force: true });
  return true;
}

/** Takes what lies at `requestPath`; null: it was taken back meanwhile. */
export function takeRequest(
  requestPath: string,
): { readonly content: string; answer(text: string): void } | null {
  const stem = requestPath.slice(0, -requestEnding.length);
  const takenPath = `${stem}${takenEnding}`;
  try {
    renamePatiently(requestPath, takenPath);
  } catch {
    return null;
  }
  const content = readFileIfThere(takenPath)?.toString('utf8') ?? '';
  return {
    content,
    answer(text) {
      replaceOwnerOnlyFile(`${stem}${answerEnding}`, text);
      rmSync(takenPath, { force: true });
    },
  };
}

export const isRequest = (name: string): boolean => name.endsWith(requestEnding);

/** What an asker or a taker that died has left. */
export function clearRequests(folder: string, names: readonly string[]): void {
  for (const name of names)
    if (name.endsWith(takenEnding) || name.endsWith(answerEnding))
      if (existsSync(join(folder, name))) rmSync(join(folder, name), { force: true });
}
