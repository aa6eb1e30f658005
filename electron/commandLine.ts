import { commands } from './commands/main/list.ts';
import { runCommandLine } from './commands/main/run.ts';
import { processTerminal } from './commands/main/terminal.ts';
import { systemClock } from './platform/clock.ts';
import { resourceFolder, threadFile } from './platform/folders.ts';
import { takeSecrets } from './platform/passphraseFile.ts';
import { buildParts } from './usecases/workspace/parts.ts';

/** Composition root of the command line: plain Node, the same core as the window. Loaded by `cli.ts` alone. */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const exitCode = runCommandLine({
  words: process.argv.slice(2),
  environment: takeSecrets(process.env),
  commands,
  terminal: processTerminal(systemClock.now),
  parts: buildParts({
    resourceFolder: resourceFolder(import.meta.dirname),
    orderReaderFile: threadFile(import.meta.filename, 'orderReader'),
    changed: () => undefined,
  }),
  signal: stopping.signal,
});

void exitCode.then((code) => {
  // An idle keep-alive connection must not hold the process; stdout is flushed first.
  process.stdout.write('', () => process.exit(code));
});
