import { dirname } from 'node:path';
import { commandsFor } from './commands/main/list.ts';
import { reportThrown, runCommandLine } from './commands/main/run.ts';
import { processTerminal } from './commands/main/terminal.ts';
import { systemClock } from './platform/clock.ts';
import { resourceFolder, threadFile } from './platform/folders.ts';
import { takeSecrets } from './platform/passphraseFile.ts';
import { commandLineForm, type InstalledProgram, readReleaseMark } from './updates/installed.ts';
import { installDeb, startNsis } from './updates/replaceProgram.ts';
import type { OpenedWorkspace, WorkspaceParts } from './usecases/workspace/open.ts';
import { productVersion } from './usecases/workspace/productVersion.ts';
import { noKeyStore } from './vault/keyStorePort.ts';

/** Composition root of the command line: plain Node, the same core as the window. Loaded by `cli.ts` alone. */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

let built: Promise<WorkspaceParts> | null = null;
const parts = (): Promise<WorkspaceParts> => {
  built ??= import('./usecases/workspace/parts.ts').then(({ buildParts }) =>
    buildParts({
      // In an installed program it lies in a folder beside the resources.
      resourceFolder: resourceFolder(import.meta.dirname, dirname(import.meta.dirname)),
      orderReaderFile: threadFile(import.meta.filename, 'orderReader'),
      backupMaker: { file: threadFile(import.meta.filename, 'backupMaker'), as: 'process' },
      logCopierFile: threadFile(import.meta.filename, 'logCopier'),
      changed: () => undefined,
      program: installedHere(),
    }),
  );
  return built;
};

/** What an installer put here; another version is handed to the system by this process. */
function installedHere(): InstalledProgram {
  const form = commandLineForm(import.meta.filename, process.platform);
  const isRoot = process.getuid?.() === 0;
  return {
    version: productVersion,
    arch: process.arch,
    ...readReleaseMark(import.meta.filename),
    form,
    replace: (file) => (form?.form === 'nsis' ? startNsis(file) : installDeb(file, isRoot)),
  };
}

const words = process.argv.slice(2);
const terminal = processTerminal(systemClock.now, stopping.signal);
process.on('uncaughtException', (error) =>
  process.exit(reportThrown({ words, environment: process.env, terminal }, error)),
);

async function main(): Promise<void> {
  const code = await runCommandLine({
    words,
    environment: takeSecrets(process.env),
    commands: await commandsFor(words),
    terminal,
    parts,
    signal: stopping.signal,
    listen: listenBeside,
  });
  // An idle keep-alive connection must not hold the process; stdout is flushed first.
  process.stdout.write('', () => process.exit(code));
}

void main();

/** A command that stays has the workspace for long: others are run beside it, as an open window runs them. */
async function listenBeside({
  workspace,
  taken,
}: Pick<OpenedWorkspace, 'workspace' | 'taken'>): Promise<{ close(): Promise<void> }> {
  const { takeCommands } = await import('./commands/beside/takeCommands.ts');
  const { Guests } = await import('./ipc/guests.ts');
  const guests = new Guests();
  const whileBusy = <T>(work: () => Promise<T>) => work();
  const line = await takeCommands({
    folder: workspace.folder,
    keyStore: noKeyStore,
    parts: await parts(),
    commandsFor,
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
