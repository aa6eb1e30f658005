import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FuzzFormat } from './seedFiles.ts';

export interface FuzzReport {
  readonly files: number;
  /** `number what`: run the number again to see it again. */
  readonly faults: readonly string[];
  /** Highest resident memory of a child, MB. */
  readonly peakMb: number;
}

/** No file may hold a reader longer. */
const hangMs = 5_000;
const heapMb = 256;
/** More than this and the rest of the run would tell nothing new. */
const mostFaults = 20;

interface ChildEnd {
  readonly lastNumber: number;
  readonly faults: readonly string[];
  readonly peakMb: number;
  readonly isWhole: boolean;
}

/** Reads files `from`..`to` in one child; a hang or a crash ends it. */
function runChild(format: FuzzFormat, from: number, to: number): Promise<ChildEnd> {
  const program = join(import.meta.dirname, 'fuzzChild.ts');
  const words = [`--max-old-space-size=${heapMb}`, program, format, String(from), String(to)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let lastNumber = from;
  let peakMb = 0;
  let isWhole = false;
  let ending = 'crash';
  const faults: string[] = [];
  const hang = (): void => {
    ending = `hang > ${hangMs} ms`;
    child.kill('SIGKILL');
  };
  // The first file waits for the child's own start.
  let watchdog = setTimeout(hang, hangMs * 4);
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(watchdog);
    watchdog = setTimeout(hang, hangMs);
    const [word, value, ...rest] = line.split(' ');
    if (word === 'at') lastNumber = Number(value);
    else if (word === 'fault') faults.push(`${value} ${rest.join(' ')}`);
    else if (word === 'memory') {
      peakMb = Number(value);
      isWhole = true;
    }
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-500);
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(watchdog);
      if (!isWhole) faults.push(`${lastNumber} ${ending} ${said}`);
      resolve({ lastNumber, faults, peakMb, isWhole });
    });
  });
}

/** Reads mutated files of a format in killable children and tells every broken promise. */
export async function fuzzOrderFiles(format: FuzzFormat, from: number, count: number): Promise<FuzzReport> {
  const to = from + count;
  const faults: string[] = [];
  let peakMb = 0;
  let next = from;
  while (next < to && faults.length < mostFaults) {
    const end = await runChild(format, next, to);
    // On a busy machine a child may wait for a processor: what ended it must end another one too.
    const isWhole = end.isWhole || (await runChild(format, end.lastNumber, end.lastNumber + 1)).isWhole;
    faults.push(...(isWhole && !end.isWhole ? end.faults.slice(0, -1) : end.faults));
    peakMb = Math.max(peakMb, end.peakMb);
    next = end.isWhole ? to : end.lastNumber + 1;
  }
  return { files: next - from, faults, peakMb };
}
