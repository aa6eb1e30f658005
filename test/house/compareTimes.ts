import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { median } from '../bench/kit/median.ts';
import { projectFolder } from '../security/sourceFiles.ts';
import { readTimes, writeTimes } from './timesTaken.ts';

/**
 * `npm run -s house:times -- OTHER_CHECKOUT [ROUNDS]` runs children of the bench there and here in turn and writes the medians to
 * `times.json`; rows it does not measure stay. Both checkouts need `npm ci` and `npm run build`; a round takes two to three minutes.
 */
const [other = '', rounds = '3'] = process.argv.slice(2);
const checkouts = { before: resolve(other), now: projectFolder } as const;
type Side = keyof typeof checkouts;

const files = z.object({
  xlsx: z.string(),
  csv: z.string(),
  ship: z.string(),
  print: z.string(),
  book: z.string(),
  labels: z.string(),
});
type Files = z.infer<typeof files>;

interface Measure {
  readonly what: string;
  /** A file of `test/bench/children`; null: the built program that only draws labels. */
  readonly child: string | null;
  words(made: Files): readonly string[];
  readonly figure: string;
  /** What the figure is divided by: another figure, or a number that makes it the unit. */
  readonly by: string | number;
  readonly unit: string;
}

const measures: readonly Measure[] = [
  {
    what: '100,000 rows of xlsx imported',
    child: 'importOrders',
    words: ({ xlsx }) => [xlsx],
    figure: 'durationMs',
    by: 1000,
    unit: 's',
  },
  {
    what: '100,000 rows of GB18030 csv imported',
    child: 'importOrders',
    words: ({ csv }) => [csv],
    figure: 'durationMs',
    by: 1000,
    unit: 's',
  },
  {
    what: 'addresses understood',
    child: 'parseAddresses',
    words: () => ['ShipDesk'],
    figure: 'perSecond',
    by: 1000,
    unit: 'thousand/s',
  },
  {
    what: 'a label drawn as TSPL',
    child: null,
    words: () => ['tspl', '203'],
    figure: 'durationMs',
    by: 'labels',
    unit: 'ms',
  },
  {
    what: 'a label drawn as ZPL',
    child: null,
    words: () => ['zpl', '203'],
    figure: 'durationMs',
    by: 'labels',
    unit: 'ms',
  },
  {
    what: '“Print” to the first byte, half of the time',
    child: 'printToSink',
    words: ({ print }) => [print],
    figure: 'firstByteP50Ms',
    by: 1,
    unit: 'ms',
  },
  {
    what: 'processor time per booking',
    child: 'bookOrders',
    words: ({ book }) => [book],
    figure: 'cpuMs',
    by: 'booked',
    unit: 'ms',
  },
  {
    what: '`ship --practice` of 1,000 orders',
    child: 'shipPractice',
    words: ({ ship }) => [ship],
    figure: 'durationMs',
    by: 1000,
    unit: 's',
  },
];

/** Runs Node in a checkout; its last line of output is JSON. */
function run(side: Side, words: readonly string[]): unknown {
  const ran = spawnSync(process.execPath, words, { cwd: checkouts[side], encoding: 'utf8' });
  if (ran.status !== 0)
    throw new Error(`${side}: ${words.join(' ')} ended with ${ran.status}: ${ran.stderr}`);
  return JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '');
}

/** Makes, or finds, the order files and the built child of a checkout. */
function prepare(side: Side): Files {
  const kit = (name: string) => JSON.stringify(join(checkouts[side], 'test/bench/kit', name));
  const code = `
    const { makeOrderFile } = await import(${kit('makeOrderFile.ts')});
    const { buildChild } = await import(${kit('buildChild.ts')});
    const made = {
      xlsx: await makeOrderFile(100_000, 'xlsx'),
      csv: await makeOrderFile(100_000, 'gb18030.csv'),
      ship: await makeOrderFile(1_000),
      print: await makeOrderFile(1_200),
      book: await makeOrderFile(600),
      labels: await buildChild('renderLabels'),
    };
    console.log(JSON.stringify(made));`;
  return files.parse(run(side, ['--input-type=module', '-e', code]));
}

const made = { before: prepare('before'), now: prepare('now') };

const commandFlags = [
  '--max-semi-space-size=16',
  '--heap-growing-percent=45',
  '--no-allocation-site-pretenuring',
  '--v8-pool-size=2',
];

function measure(side: Side, { child, words, figure, by }: Measure): number {
  const script = child === null ? made[side].labels : `test/bench/children/${child}.ts`;
  // What the product's own script gives Node.
  const isCommand = child === 'importOrders' || child === 'shipPractice';
  const flags = isCommand ? commandFlags : [];
  const told = z.record(z.string(), z.unknown()).parse(run(side, [...flags, script, ...words(made[side])]));
  return z.number().parse(told[figure]) / (typeof by === 'number' ? by : z.number().parse(told[by]));
}

const rows = measures.map((one) => {
  const taken: Record<Side, number[]> = { before: [], now: [] };
  for (let round = 0; round < Number(rounds); round++)
    for (const side of round % 2 === 0 ? (['before', 'now'] as const) : (['now', 'before'] as const))
      taken[side].push(measure(side, one));
  const shown = (side: Side) => `${median(taken[side]).toFixed(2)} ${one.unit}`;
  const row = { what: one.what, before: shown('before'), now: shown('now'), aim: '≤ 3 % slower' };
  process.stdout.write(`${row.what}: ${row.before} → ${row.now}\n`);
  return row;
});
const times = readTimes();
const kept = times.rows.filter(({ what }) => !measures.some((one) => one.what === what));
writeTimes({ ...times, measuredOn: new Date().toISOString().slice(0, 10), rows: [...kept, ...rows] });
