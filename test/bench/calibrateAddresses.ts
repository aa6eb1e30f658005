import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDivisions } from '../../electron/addresses/divisions/loadDivisions.ts';
import { type Judged, judgeMade, judgeWritten } from '../doubles/addresses/reliability.ts';
import { projectFolder } from './kit/benchFolders.ts';

/**
 * `node test/bench/calibrateAddresses.ts`: fits the rising table from the raw score of a reading to how often such
 * readings are right, and writes it into the product. Run it after a change of the rules, then the reliability.
 */
const madeCount = 40_000;
const firstSeed = 1;
/** Cases written by hand are harder than made ones, and fewer. */
const writtenWeight = 5;
/** From this raw score on a reading may ship by itself; below it a person looks. */
const surely = 0.9;
const highestShare = 0.99;

interface Block {
  readonly rawFrom: number;
  readonly right: number;
  readonly count: number;
}

const rawOf = ({ reading }: Judged): number => {
  const { region, name, phone, detail } = reading.confidence;
  return Math.min(region, name, phone, detail);
};

/** Lower end of Wilson's interval at about 97.5 %. */
function lowerBound({ right, count }: Block): number {
  const z = 1.96;
  const share = right / count;
  const middle = share + (z * z) / (2 * count);
  const width = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return (middle - width) / (1 + (z * z) / count);
}

/** Neighbouring blocks that fall are pooled until the shares rise. */
function pool(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let next = block;
    for (
      let last = pooled[pooled.length - 1];
      last !== undefined && last.right / last.count >= next.right / next.count;
    ) {
      pooled.pop();
      next = { rawFrom: last.rawFrom, right: last.right + next.right, count: last.count + next.count };
      last = pooled[pooled.length - 1];
    }
    pooled.push(next);
  }
  return pooled;
}

const divisions = loadDivisions(join(projectFolder, 'resources/divisions'));
const cases = [
  ...judgeMade(firstSeed, madeCount, divisions).map((judged) => ({ judged, weight: 1 })),
  ...judgeWritten(divisions).map((judged) => ({ judged, weight: writtenWeight })),
];
const byRaw = new Map<number, Block>();
for (const { judged, weight } of cases) {
  const rawFrom = rawOf(judged);
  const known = byRaw.get(rawFrom) ?? { rawFrom, right: 0, count: 0 };
  byRaw.set(rawFrom, {
    rawFrom,
    right: known.right + (judged.isRight ? weight : 0),
    count: known.count + weight,
  });
}
const rising = [...byRaw.values()].sort((a, b) => a.rawFrom - b.rawFrom);
// Doubtful and sure scores are never pooled with each other.
const fitted = [
  ...pool(rising.filter(({ rawFrom }) => rawFrom < surely)),
  ...pool(rising.filter(({ rawFrom }) => rawFrom >= surely)),
];
let highest = 0;
const steps = fitted.map((block): readonly [number, number] => {
  highest = Math.max(highest, Math.min(highestShare, lowerBound(block)));
  return [block.rawFrom, Math.floor(highest * 100) / 100];
});
const target = join(projectFolder, 'electron/addresses/verdict/confidenceSteps.ts');
const source = readFileSync(target, 'utf8');
const table = steps.map(([rawFrom, confidence]) => `  [${rawFrom}, ${confidence}],`).join('\n');
const head = source.slice(0, source.indexOf('] = ['));
writeFileSync(target, `${head}] = [\n${table}\n];\n`);
process.stdout.write(`${table}\n`);
