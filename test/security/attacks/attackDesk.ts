/* oxlint-disable typescript/no-explicit-any -- what commands answer is looked into by the tests. */
import '../../doubles/program/lightKeys.cjs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { allCommands } from '../../../electron/commands/main/list.ts';
import { runCommandLine } from '../../../electron/commands/main/run.ts';
import { openWorkspace, type WorkspaceParts } from '../../../electron/usecases/workspace/open.ts';
import { buildParts } from '../../../electron/usecases/workspace/parts.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { handClock } from '../../doubles/handClock.ts';
import { notedTerminal } from '../../doubles/program/notedTerminal.ts';

const commands = await allCommands();

/** The command line as an attacker on the same computer can run it, on a shop's workspace in a folder of its own. */
export interface AttackDesk {
  readonly root: () => string;
  path(name: string): string;
  /** Makes a practice workspace. */
  practise(data: string): Promise<void>;
  run(words: readonly string[], options?: AttackOptions): Promise<AttackRun>;
  /** Flips one byte in the middle of a file. */
  damage(name: string): void;
}

export interface AttackOptions {
  /** Which workspace; the shop's unless said otherwise. */
  readonly data?: string;
  /** Lines of standard input. */
  readonly input?: readonly string[];
  /** null: none. */
  readonly passphrase?: string | null;
  /** The next attempt follows at once; else an hour passes. */
  readonly isQuick?: boolean;
}

export interface AttackRun {
  readonly exitCode: number;
  // biome-ignore lint/suspicious/noExplicitAny: results of many commands.
  readonly json: any;
  readonly code: string;
  readonly notes: string;
}

export const shopPassphrase = 'four blue ships sailing';

export function attackDesk(): AttackDesk {
  let root = '';
  const clock = handClock();
  const parts: WorkspaceParts = {
    ...buildParts({
      resourceFolder: join(import.meta.dirname, '../../../resources'),
      orderReaderFile: '',
      changed: () => undefined,
    }),
    clock,
    http: { send: () => Promise.reject(new Error('no network here')) },
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'attack-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  return {
    root: () => root,
    path: (name) => join(root, name),
    async practise(data) {
      const opened = await openWorkspace(
        {
          folder: join(root, data),
          passphrase: '',
          keyStore: noKeyStore,
          isPracticeWanted: true,
          whenMissing: 'create',
        },
        parts,
      );
      if (!opened.ok) throw new Error(opened.code);
      await opened.value.close();
    },
    async run(words, { data = 'shop', input = [], passphrase = shopPassphrase, isQuick = false } = {}) {
      const { terminal, out, notes } = notedTerminal(input);
      const exitCode = await runCommandLine({
        words: [...words, '--json'],
        environment: {
          SHIPDESK_LANG: 'en',
          SHIPDESK_DATA: join(root, data),
          ...(passphrase === null ? {} : { SHIPDESK_PASSPHRASE: passphrase }),
        },
        commands,
        terminal,
        parts: async () => parts,
        signal: new AbortController().signal,
      });
      // Wrong tries of one attack must not slow the next one down.
      if (!isQuick) await clock.advance(3_600_000);
      const json = JSON.parse(out.join('\n') || '{}') as { error?: { code: string } };
      return { exitCode, json, code: json.error?.code ?? '', notes: notes.join('\n') };
    },
    damage(name) {
      const path = join(root, name);
      const bytes = readFileSync(path);
      for (let at = 0; at < bytes.length; at += 512) bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  };
}
