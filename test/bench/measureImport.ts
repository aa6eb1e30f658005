import { type Figure, whole } from './kit/figure.ts';
import { makeOrderFile, makeRefusedFile, type OrderFileKind } from './kit/makeOrderFile.ts';
import { median, repeat } from './kit/median.ts';
import { runChild } from './kit/runChild.ts';

interface ImportFigures {
  readonly rows: number;
  readonly orders: number;
  readonly needsReview: number;
  readonly durationMs: number;
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

interface ReadFigures {
  readonly durationMs: number;
  readonly peakRssMb: number;
}

interface FileCase {
  readonly kind: OrderFileKind;
  readonly rowCount: number;
  /** Libraries that merely read the same file. */
  readonly peers: readonly string[];
  readonly times: number;
}

/** An old workbook of more rows takes the library that writes it minutes. */
const xlsRows = 10_000;
const cases: readonly FileCase[] = [
  { kind: 'xlsx', rowCount: 100_000, peers: ['@e965/xlsx', 'exceljs'], times: 3 },
  { kind: 'utf8.csv', rowCount: 100_000, peers: ['@e965/xlsx', 'papaparse'], times: 1 },
  { kind: 'gb18030.csv', rowCount: 100_000, peers: ['@e965/xlsx', 'papaparse'], times: 1 },
  { kind: 'xls', rowCount: xlsRows, peers: ['@e965/xlsx'], times: 1 },
];
const aimRowsPerSecond = 10_000;
const aimRssMb = 300;
/** Our whole import is to take no longer than this library’s streaming read of the same workbook. */
const yardstick = 'exceljs';
/** Rows of the long file: the limit of an import is 1,000,000, its header among them. */
const longRows = 999_999;
const aimLongMs = 40_000;
/** What is kept of each order is its key and number. */
const aimLongRssMb = 350;
const refusedRows = 10_000;
const aimRefusedMs = 2_000;

/** Whole imports beside libraries that only read the file; they take turns, so that all meet the same machine. */
export async function measureImport(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const file of cases) {
    const { ours, peers } = await measureFile(file);
    figures.push(...fileFigures(file, ours, peers));
  }
  return [...figures, await longFigure(), await refusedFigure()];
}

async function measureFile({ kind, rowCount, peers, times }: FileCase) {
  const path = await makeOrderFile(rowCount, kind);
  const runs = await repeat(times, async () => {
    const ours = await runChild<ImportFigures>('importOrders', path);
    if (ours.orders !== rowCount) throw new Error(`rows of ${kind} were lost`);
    const read: ReadFigures[] = [];
    for (const peer of peers) read.push(await runChild<ReadFigures>('readWithLibrary', peer, path));
    return { ours, read };
  });
  const [first] = runs;
  if (first === undefined) throw new Error('nothing was measured');
  const of = (field: 'durationMs' | 'cpuMs' | 'peakRssMb') => median(runs.map(({ ours }) => ours[field]));
  return {
    ours: { ...first.ours, durationMs: of('durationMs'), cpuMs: of('cpuMs'), peakRssMb: of('peakRssMb') },
    peers: peers.map((name, index) => ({
      name,
      durationMs: median(runs.map(({ read }) => read[index]?.durationMs ?? Number.NaN)),
      peakRssMb: median(runs.map(({ read }) => read[index]?.peakRssMb ?? Number.NaN)),
    })),
  };
}

function fileFigures(
  { kind, rowCount }: FileCase,
  ours: ImportFigures,
  peers: readonly { readonly name: string; readonly durationMs: number; readonly peakRssMb: number }[],
): Figure[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const name = `${whole(rowCount)} × 12 ${kind.split('.').reverse().join(' ')}`;
  const readMs = peers.find((peer) => peer.name === yardstick)?.durationMs;
  const rowsPerSecond = rowCount / (ours.durationMs / 1000);
  return [
    {
      name: `${name}: read, understood, corrected, stored encrypted`,
      value: `${whole(rowsPerSecond)} rows/s (${seconds(ours.durationMs)}, ${seconds(ours.cpuMs)} of processor)`,
      ...(readMs === undefined
        ? { aim: `≥ ${whole(aimRowsPerSecond)} rows/s`, isMet: rowsPerSecond >= aimRowsPerSecond }
        : { aim: `≤ 1.0 × ${yardstick} reading alone`, isMet: ours.durationMs <= readMs }),
      note: `${whole(ours.needsReview)} orders wait for a person`,
    },
    {
      name: `${name}: peak memory`,
      value: `${ours.peakRssMb} MB`,
      aim: `≤ ${aimRssMb} MB`,
      isMet: ours.peakRssMb <= aimRssMb,
      note: 'the whole process',
    },
    ...peers.map((peer) => ({
      name: `${name}: merely read by ${peer.name}`,
      value: `${seconds(peer.durationMs)}, ${peer.peakRssMb} MB`,
      aim: '',
      isMet: null,
      note: 'nothing understood, corrected or stored',
    })),
  ];
}

async function longFigure(): Promise<Figure> {
  const long = await runChild<ImportFigures>('importOrders', await makeOrderFile(longRows, 'utf8.csv'));
  if (long.orders !== longRows) throw new Error('rows of the long file were lost');
  return {
    name: `${whole(longRows)} × 12 csv imported to its end`,
    value: `${whole(long.durationMs / 1000)} s, peak ${long.peakRssMb} MB`,
    aim: `≤ ${aimLongMs / 1000} s, ≤ ${aimLongRssMb} MB`,
    isMet: long.durationMs <= aimLongMs && long.peakRssMb <= aimLongRssMb,
    note: 'the whole process; one run',
  };
}

async function refusedFigure(): Promise<Figure> {
  const path = await makeRefusedFile(refusedRows);
  const runs = await repeat(3, () => runChild<ReadFigures>('writeFailedRows', path));
  const durationMs = median(runs.map((run) => run.durationMs));
  return {
    name: `File of ${whole(refusedRows)} failed rows with reasons`,
    value: `${(durationMs / 1000).toFixed(2)} s`,
    aim: `≤ ${aimRefusedMs / 1000} s`,
    isMet: durationMs <= aimRefusedMs,
    note: 'read again, judged, written',
  };
}
