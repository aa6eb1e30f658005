import { takeCommands } from './commands/beside/takeCommands.ts';
import { commands } from './commands/main/list.ts';
import { type CommandLine, runCommandLine } from './commands/main/run.ts';
import { processTerminal } from './commands/main/terminal.ts';
import { Guests } from './ipc/guests.ts';
import { systemClock } from './platform/clock.ts';
import { resourceFolder, threadFile } from './platform/folders.ts';
import { takeSecrets } from './platform/passphraseFile.ts';
import type { OpenedWorkspace } from './usecases/workspace/open.ts';
import { buildParts } from './usecases/workspace/parts.ts';
import { noKeyStore } from './vault/keyStorePort.ts';

/** Composition root of the command line: plain Node, the same core as the window. Loaded by `cli.ts` alone. */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const parts = buildParts({
  resourceFolder: resourceFolder(import.meta.dirname),
  orderReaderFile: threadFile(import.meta.filename, 'orderReader'),
  changed: () => undefined,
});

const exitCode = runCommandLine({
  words: process.argv.slice(2),
  environment: takeSecrets(process.env),
  commands,
  terminal: processTerminal(systemClock.now),
  parts,
  signal: stopping.signal,
  listen: (opened) => listenBeside(opened, { parts, commands }),
});

void exitCode.then((code) => {
  // An idle keep-alive connection must not hold the process; stdout is flushed first.
  process.stdout.write('', () => process.exit(code));
});

/** A command that stays has the workspace for long: others are run beside it, as an open window runs them. */
async function listenBeside(
  { workspace, taken }: Pick<OpenedWorkspace, 'workspace' | 'taken'>,
  { parts, commands }: Pick<CommandLine, 'parts' | 'commands'>,
): Promise<{ close(): Promise<void> }> {
  const guests = new Guests();
  const whileBusy = <T>(work: () => Promise<T>) => work();
  const line = await takeCommands({
    folder: workspace.folder,
    keyStore: noKeyStore,
    parts,
    commands,
    lend: (work) => guests.during((leaving) => work({ workspace, taken, leaving, whileBusy })),
    onDone: () => undefined,
    onBug: (error) => {
      queueMicrotask(() => {
        throw error;
      });
    },
  });
  return {
    async close() {
      await guests.leave();
      line?.close();
    },
  };
}
