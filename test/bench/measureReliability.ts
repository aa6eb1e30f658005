import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDivisions } from '../../electron/addresses/divisions/loadDivisions.ts';
import {
  heldOutSeed,
  type Judged,
  judgeMade,
  judgeWritten,
  reliabilityOf,
} from '../doubles/addresses/reliability.ts';
import { projectFolder } from './kit/benchFolders.ts';
import type { Figure } from './kit/figure.ts';

const count = 20_000;
const percent = (part: number, all: number): string =>
  all === 0 ? '–' : `${((100 * part) / all).toFixed(2)} %`;

function tableOf(judged: readonly Judged[]): string {
  const lines = reliabilityOf(judged).map(
    (bucket) =>
      `| ${bucket.from.toFixed(1)} … ${Math.min(1, bucket.to).toFixed(1)} | ${bucket.count} | ${bucket.count === 0 ? '–' : bucket.promised.toFixed(2)} | ${percent(bucket.right, bucket.count)} |`,
  );
  return [
    '| confidence | readings | promised on average | wholly right |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** Share of the readings called ok that are right, and of those that promise 0.9 or more. */
function sure(judged: readonly Judged[], isSure: (one: Judged) => boolean): { share: number; text: string } {
  const chosen = judged.filter(isSure);
  const right = chosen.filter(({ isRight }) => isRight).length;
  return { share: right / chosen.length, text: `${percent(right, chosen.length)} of ${chosen.length}` };
}

/** How true the confidence is, on made cases no rule was looked for in and on those written by hand; writes RELIABILITY.md. */
export async function measureReliability(): Promise<Figure[]> {
  const divisions = loadDivisions(join(projectFolder, 'resources/divisions'));
  const made = judgeMade(heldOutSeed, count, divisions);
  const written = judgeWritten(divisions);
  const promised = (one: Judged): boolean => one.reading.confidence.overall >= 0.9;
  const ok = (one: Judged): boolean => one.reading.status === 'ok';
  writeFileSync(
    join(projectFolder, 'test/bench/RELIABILITY.md'),
    `# How true the confidence of an address is

Written by \`npm run bench\`. A reading is wholly right when region, name, phone with extension and detail are, by the
conventions of \`scoreSample\`.

## ${count} made addresses, seeds from ${heldOutSeed} on: held out from rules and from the fit

${tableOf(made)}

Status ok: ${sure(made, ok).text} wholly right.

## ${written.length} addresses written by hand: they shaped the rules

${tableOf(written)}

Status ok: ${sure(written, ok).text} wholly right.

The table in \`electron/addresses/verdict/confidenceSteps.ts\` is fitted by \`node test/bench/calibrateAddresses.ts\`. Confidence is
never more than the raw score, so the middle buckets promise less than they hold: made cases know fewer ways of being wrong
than people do.
`,
  );
  const share = sure([...made, ...written], promised);
  return [
    {
      name: 'Free-text addresses with a confidence of 0.9 or more that are wholly right, held out',
      value: share.text,
      aim: '≥ 99 %',
      isMet: share.share >= 0.99,
      note: 'RELIABILITY.md has the table',
    },
  ];
}
