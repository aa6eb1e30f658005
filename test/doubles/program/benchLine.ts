import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platforms } from '../../../electron/carriers/index.ts';
import { allCommands } from '../../../electron/commands/main/list.ts';
import { runCommandLine } from '../../../electron/commands/main/run.ts';
import type { WorkspaceParts } from '../../../electron/usecases/workspace/open.ts';
import { type HandClock, handClock } from '../handClock.ts';
import { notedTerminal } from './notedTerminal.ts';

const commands = await allCommands();

export interface LineRun {
  readonly exitCode: number;
  readonly out: string;
  readonly notes: string;
}

/** A PC with a folder of its own and the command line, without printers, files or a network but for its server. */
export interface BenchLine {
  readonly folder: string;
  /** Moves on by an hour with each command. */
  readonly clock: HandClock;
  readonly parts: WorkspaceParts;
  /** With a passphrase, in English; `input`: lines of standard input; `signal`: somebody stops it. */
  run(words: readonly string[], input?: readonly string[], signal?: AbortSignal): Promise<LineRun>;
  /** The result as JSON; what is refused throws. */
  json(words: readonly string[], input?: readonly string[]): Promise<Record<string, unknown>>;
  remove(): void;
}

export const benchPassphrase = 'right horse battery';

/** `own`: parts of this line alone. */
export function benchLine(own: Partial<WorkspaceParts> = {}): BenchLine {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const clock = handClock();
  const notHere = () => {
    throw new Error('not here');
  };
  const parts: WorkspaceParts = {
    clock,
    http: { send: () => Promise.reject(new Error('no network here')) },
    platforms,
    transports: [],
    divisions: notHere,
    fonts: notHere,
    openOrderSource: notHere,
    changed: () => undefined,
    ...own,
  };
  const nobodyStops = new AbortController().signal;
  const run: BenchLine['run'] = async (words, input = [], signal = nobodyStops) => {
    const { terminal, out, notes } = notedTerminal(input);
    const exitCode = await runCommandLine({
      words,
      environment: { SHIPDESK_DATA: folder, SHIPDESK_LANG: 'en', SHIPDESK_PASSPHRASE: benchPassphrase },
      commands,
      terminal,
      parts: async () => parts,
      signal,
    });
    await clock.advance(3_600_000);
    return { exitCode, out: out.join('\n'), notes: notes.join('\n') };
  };
  return {
    folder,
    clock,
    parts,
    run,
    async json(words, input) {
      const ran = await run([...words, '--json'], input);
      if (ran.exitCode !== 0) throw new Error(ran.notes);
      return JSON.parse(ran.out) as Record<string, unknown>;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
