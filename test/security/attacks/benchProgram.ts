import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../electron/store/openStore.ts';
import type { StoredOperatorAct } from '../../../electron/store/schema.ts';
import { readKeyFile } from '../../../electron/vault/workspaceKey.ts';
import { orderSheet, sheetOrder } from '../../doubles/files/orderSheet.ts';

const program = join(import.meta.dirname, '../../../electron/cli.ts');

export interface Answer {
  readonly exitCode: number | null;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A practice workspace with some orders in a folder of its own, and the command line on it as a process. */
export async function openBench(orderCount = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'attacked-'));
  const data = join(folder, 'workspace');
  const file = join(folder, 'orders.csv');
  writeFileSync(file, orderSheet(Array.from({ length: orderCount }, (_, no) => sheetOrder(no))));
  const run = (words: readonly string[], input = '', onStart?: (child: ChildProcess) => void) =>
    runProgram([...words, '--data', data, '--json'], input, onStart);
  await run(['ship', file, '--practice']);
  return {
    folder,
    data,
    run,
    acts: () => readActs(data),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function runProgram(
  words: readonly string[],
  input: string,
  onStart?: (child: ChildProcess) => void,
): Promise<Answer> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en' },
  });
  onStart?.(child);
  let stdout = '';
  child.stdout.on('data', (piece) => {
    stdout += String(piece);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.once('close', (exitCode) => {
      const json = stdout === '' ? {} : (JSON.parse(stdout) as Answer['json']);
      resolve({ exitCode, json });
    });
  });
}

/** The record as it lies in the database, read with the workspace's own key. */
async function readActs(data: string): Promise<StoredOperatorAct[]> {
  const keyFile = readKeyFile(data);
  const slot = keyFile?.ok === true ? keyFile.value.slots[0] : undefined;
  if (slot?.kind !== 'practice') throw new Error('no key');
  const opened = await openStore(data, Buffer.from(slot.key, 'hex'), false);
  if (!opened.ok) throw new Error(opened.code);
  const acts = await opened.value.read.operatorActs.after(0, 1_000);
  await opened.value.close();
  return acts;
}
