import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runBuiltChild } from '../runChild.ts';
import { type WorkName, works } from './works.ts';

const ratiosFile = join(import.meta.dirname, 'ratios.json');
const ratiosSchema = z.record(z.string(), z.number().positive());
/** So much more than what is written down is a step back. */
const slack = 0.1;
/** A busy moment is not a step back: who is over is measured again. */
const mostTries = 3;

/** The lowest of a few tries; the first one within `most` is enough. */
async function ratioOf(name: WorkName, most: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < mostTries && least > most; tries++) {
    const { ratio } = await runBuiltChild<{ ratio: number }>(join(import.meta.dirname, 'timeWork.ts'), name);
    least = Math.min(least, ratio);
  }
  return least;
}

/** `npm run bench -- --quick`: what the program takes, held against `ratios.json`; `--write` writes it there. Gives the exit code. */
export async function runQuick(isWritten: boolean): Promise<number> {
  const known = ratiosSchema.parse(JSON.parse(readFileSync(ratiosFile, 'utf8')));
  const ratios: Record<string, number> = {};
  let isSlower = false;
  for (const name of Object.keys(works) as WorkName[]) {
    const before = known[name];
    const most = before === undefined || isWritten ? Number.NEGATIVE_INFINITY : before * (1 + slack);
    const ratio = await ratioOf(name, most);
    ratios[name] = Math.round(ratio * 100) / 100;
    const verdict =
      before === undefined || isWritten
        ? ''
        : ratio > most
          ? 'SLOWER'
          : ratio < before * (1 - slack)
            ? 'quicker'
            : 'as before';
    isSlower ||= verdict === 'SLOWER';
    process.stdout.write(`${name}: ${ratio.toFixed(2)} (written down ${before ?? '–'}) ${verdict}\n`);
  }
  if (isWritten) writeFileSync(ratiosFile, `${JSON.stringify(ratios, null, 2)}\n`);
  return isSlower ? 1 : 0;
}
