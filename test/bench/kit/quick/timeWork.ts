import { readFileSync } from 'node:fs';
import { report } from '../runChild.ts';
import { emptyStart, type WorkName, works } from './works.ts';
import { yardstick } from './yardstick.ts';

/** `timeWork <name>`: how many yardsticks one work takes, in turn with one, in a process of its own. */
const name = process.argv[2] as WorkName;
const rounds = 6;
/** Rounds until everything is compiled; they count for nothing. */
const warmRounds = 2;

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Linux counts them in hundredths of a second. */
const msPerTick = 10;

/** Of programs that were started and have ended, from Linux: user and system time. */
const programsMs = (): number => {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * msPerTick;
};

async function took(clock: () => number, act: () => unknown): Promise<number> {
  const before = clock();
  await act();
  return clock() - before;
}

const work = await works[name]();
const empty = work.isElsewhere === true ? await emptyStart() : null;
const clock = empty === null ? processorMs : programsMs;
const beside = empty === null ? yardstick : () => empty.run(0);
const own: number[] = [];
const yard: number[] = [];
for (let round = 0; round < rounds; round++) {
  const besideMs = await took(clock, beside);
  const ownMs = await took(clock, () => work.run(round));
  if (round < warmRounds) continue;
  yard.push(besideMs);
  own.push(ownMs);
}
await work.close?.();
// Each at its best: what else ran on the machine made some of them longer.
report({ ratio: Math.min(...own) / Math.min(...yard) });
