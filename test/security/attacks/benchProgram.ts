import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const run = (words: readonly string[], input = '') =>
    runProgram([...words, '--data', data, '--json'], input);
  await run(['ship', file, '--practice']);
  return {
    folder,
    data,
    run,
    close: () => rmSync(folder, { recursive: true }),
  };
}

function runProgram(words: readonly string[], input: string): Promise<Answer> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en' },
  });
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
