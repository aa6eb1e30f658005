import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../security/sourceFiles.ts';

const timesFile = join(projectFolder, 'test/house/times.json');

/** Times need minutes of a quiet machine: they are taken apart, before and now in turn, and kept for the table. */
const timesTaken = z.object({
  measuredOn: z.string(),
  machine: z.string(),
  rows: z.array(z.object({ what: z.string(), before: z.string(), now: z.string(), aim: z.string() })),
});
export type TimesTaken = z.infer<typeof timesTaken>;

export const readTimes = (): TimesTaken => timesTaken.parse(JSON.parse(readFileSync(timesFile, 'utf8')));

export function writeTimes(times: TimesTaken): void {
  writeFileSync(timesFile, `${JSON.stringify(times, null, 2)}\n`);
}
