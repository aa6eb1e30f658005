import { mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeFile } from './judgeFile.ts';
import { mutatedFile } from './mutateFile.ts';
import { type FuzzFormat, fuzzFormats } from './seedFiles.ts';

/** One line to the parent, written at once: a hang must not keep the number of its file back. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function run(format: FuzzFormat, from: number, to: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const path = join(folder, 'orders.bin');
  try {
    for (let number = from; number < to; number += 1) {
      writeFileSync(path, mutatedFile(format, number));
      say(`at ${number}`);
      try {
        const fault = await judgeFile(path, format === 'zip');
        if (fault !== null) say(`fault ${number} ${fault}`);
      } catch (error) {
        say(
          `fault ${number} ${error instanceof Error ? (error.stack ?? error.message).replaceAll('\n', ' | ') : 'thrown'}`,
        );
      }
    }
    say(`memory ${Math.round(process.resourceUsage().maxRSS / 1024)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [format, from, to] = process.argv.slice(2);
const known = fuzzFormats.find((one) => one === format);
if (known === undefined) throw new Error(`no such format: ${format}`);
await run(known, Number(from), Number(to));
