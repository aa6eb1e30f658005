import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type HolderFrames, type ListeningLine, listenOnLine } from '../../door/localLine.ts';
import type { AskedCommand } from '../../door/messages.ts';
import { anySignal } from '../../platform/anySignal.ts';
import { inFolderOf } from '../../platform/callerFolder.ts';
import type { OpenedWorkspace, WorkspaceParts } from '../../usecases/workspace/open.ts';
import type { KeyStorePort } from '../../vault/keyStorePort.ts';
import { openWorkspaceKey, readKeyFile } from '../../vault/workspaceKey.ts';
import type { Command } from '../main/command.ts';
import { type Lent, runCommandLine } from '../main/run.ts';
import type { Secret } from '../main/unlock.ts';
import { remoteTerminal } from './remoteTerminal.ts';

/** The open workspace, lent to a command of another program. */
export interface LentWorkspace extends Pick<OpenedWorkspace, 'workspace' | 'taken'> {
  /** Ends when the workspace is to be closed: the command stops as it does on Ctrl+C. */
  readonly leaving: AbortSignal;
  /** The automatic lock and backups wait meanwhile. */
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
}

interface CommandTaker {
  readonly folder: string;
  readonly keyStore: KeyStorePort;
  readonly parts: WorkspaceParts;
  readonly commandsFor: (words: readonly string[]) => Promise<readonly Command[]>;
  /** null: it is being closed. */
  lend<T>(work: (lent: LentWorkspace) => Promise<T>): Promise<T | null>;
  /** A command may have queued work. */
  onDone(): void;
  onBug(error: unknown): void;
}

/** More at once would only slow each other down; the others wait their turn. */
const mostAtOnce = 16;

/** How long a ready command waits for its caller to start it. */
const goMs = 10_000;

/**
 * Runs commands for other programs on the workspace open here: the same command line with another terminal, so that output, exit codes and
 * rights are the same.
 */
export function takeCommands(taker: CommandTaker): Promise<ListeningLine | null> {
  const turns = createTurns(mostAtOnce);
  const inProofTurn = createTurns(1);
  const prove = (secret: Secret) => inProofTurn(() => proveKey(taker, secret));
  return listenOnLine(taker.folder, {
    onBug: taker.onBug,
    async serve(frames, stopped) {
      const asked = await frames.next();
      if (asked?.kind === 'command') await turns(() => take(taker, asked, { frames, stopped, prove }));
    },
  });
}

interface Asker {
  readonly frames: HolderFrames;
  readonly stopped: AbortSignal;
  readonly prove: Lent['prove'];
}

async function take(
  taker: CommandTaker,
  asked: AskedCommand,
  { frames, stopped, prove }: Asker,
): Promise<void> {
  const isTaken = await taker.lend(async ({ workspace, taken, leaving, whileBusy }) => {
    frames.send({ kind: 'ready' });
    // Nothing begins until the caller says so: if its connection ends before, it knows that nothing ran. Its place is not kept
    // indefinitely.
    const late = setTimeout(() => frames.close(), goMs);
    const isWanted = (await frames.next())?.kind === 'go';
    clearTimeout(late);
    if (!isWanted) return true;
    const terminal = remoteTerminal(frames, asked.isInteractive, taker.parts.clock);
    const { words, environment, folder } = asked;
    const commands = await taker.commandsFor(words);
    const parts = async () => taker.parts;
    const signal = anySignal(stopped, leaving);
    const lent: Lent = { workspace, taken, prove, whileBusy };
    const code = await inFolderOf(folder, () =>
      runCommandLine({ words, environment, commands, terminal, parts, signal, lent }),
    );
    taker.onDone();
    frames.send({ kind: 'exit', code });
    return true;
  });
  if (isTaken === null) frames.send({ kind: 'closed' });
}

/**
 * The caller must prove that it could open the closed workspace: where there is a passphrase and this computer keeps no key, it must give
 * the passphrase. Wrong tries delay the next one, as always.
 */
async function proveKey({ folder, keyStore, parts }: CommandTaker, secret: Secret): Promise<Outcome<null>> {
  const file = readKeyFile(folder);
  if (file === null) return failure('WORKSPACE_DAMAGED');
  if (!file.ok) return file;
  const opened = await openWorkspaceKey(
    file.value,
    { ...secret, keyStore },
    { folder, now: parts.clock.now() },
  );
  return opened.ok ? done(null) : opened;
}

/** At most this many at once; the others wait. */
function createTurns(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
