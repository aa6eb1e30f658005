import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeCommands } from '../../../electron/commands/beside/takeCommands.ts';
import { commandsFor } from '../../../electron/commands/main/list.ts';
import { runCommandLine } from '../../../electron/commands/main/run.ts';
import type { Terminal } from '../../../electron/commands/main/terminal.ts';
import { createChangeFeed } from '../../../electron/ipc/changeFeed.ts';
import { Session } from '../../../electron/ipc/session.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { buildParts } from '../../../electron/usecases/workspace/parts.ts';
import type { KeyStorePort } from '../../../electron/vault/keyStorePort.ts';

export interface LineRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly questions: readonly string[];
}

export interface LineOptions {
  /** Lines of standard input. */
  readonly input?: readonly string[];
  /** What is typed when somebody is asked; absent: there is no terminal. */
  readonly typed?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  /** What came on stderr so far. */
  readonly onNote?: (line: string) => void;
}

const noStore: KeyStorePort = {
  backend: 'none',
  isAvailable: () => false,
  wrap: async (key) => key,
  unwrap: async () => null,
};

/** A core with its workspace open, and command lines beside it, in one process. */
export async function openBesideDesk({
  passphrase = '',
  keyStore = noStore,
}: {
  readonly passphrase?: string;
  readonly keyStore?: KeyStorePort;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'beside-'));
  const data = join(folder, 'desk');
  const changes = createChangeFeed(systemClock);
  const parts = buildParts({
    resourceFolder: fileURLToPath(new URL('../../../resources', import.meta.url)),
    orderReaderFile: fileURLToPath(new URL('../../../electron/orderReader.ts', import.meta.url)),
    changed: changes.publish,
  });
  const bugs: unknown[] = [];
  const session = new Session({
    folder: data,
    keyStore,
    parts,
    changes,
    version: '0',
    files: { find: async () => ({ ok: true, value: [] }), hand: async () => [] },
    onBug: (error) => bugs.push(error),
    heldKey: null,
    isLockedByHand: false,
    onKey: () => undefined,
    onNotice: () => undefined,
    onCamera: () => undefined,
    onLeft: () => undefined,
    takeGuests: (opened) =>
      takeCommands({
        folder: data,
        keyStore,
        parts,
        commandsFor,
        lend: (work) => opened.lend(work),
        onDone: () => opened.wake(),
        onBug: (error) => bugs.push(error),
      }),
  });
  const isPracticeWanted = passphrase === '' && keyStore === noStore;
  const open = () => session.open({ passphrase, isPracticeWanted, whenMissing: 'create' });
  const refused = await open();
  if (refused !== null) throw new Error(refused.code);
  return {
    folder,
    data,
    session,
    bugs,
    open,
    /** A command line beside it. */
    async line(words: readonly string[], options: LineOptions = {}): Promise<LineRun> {
      const written = { stdout: '', stderr: '' };
      const questions: string[] = [];
      const exitCode = await runCommandLine({
        words: [...words, '--data', data],
        environment: { SHIPDESK_LANG: 'en', ...options.environment },
        commands: await commandsFor(words),
        terminal: recordingTerminal(written, questions, options),
        parts: async () => parts,
        signal: options.signal ?? new AbortController().signal,
      });
      return { exitCode, ...written, questions };
    },
    async close() {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type BesideDesk = Awaited<ReturnType<typeof openBesideDesk>>;

function recordingTerminal(
  written: { stdout: string; stderr: string },
  questions: string[],
  { input = [], typed, onNote }: LineOptions,
): Terminal {
  const answers = [...(typed ?? [])];
  const lines = input[Symbol.iterator]();
  return {
    isInteractive: typed !== undefined,
    out(line) {
      written.stdout += `${line}\n`;
    },
    note(line) {
      written.stderr += `${line}\n`;
      onNote?.(line);
    },
    progress: () => undefined,
    endProgress: () => undefined,
    readInput: async () => [...lines].join('\n'),
    inputLines: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => lines.next() }) }),
    async askSecret(question) {
      questions.push(question);
      return answers.shift() ?? null;
    },
  };
}
