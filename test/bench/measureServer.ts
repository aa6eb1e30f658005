import { type Figure, whole } from './kit/figure.ts';
import { runChild } from './kit/runChild.ts';

interface EngineFigures {
  readonly claimP95Ms: number;
  readonly searchP95Ms: Readonly<Record<string, number>>;
  readonly listP95Ms: number;
  readonly scanP95Ms: number;
  readonly rowsPerSecond: number;
}

interface ServerFigures {
  readonly movedRowsPerSecond: number;
  /** By number of benches. */
  readonly turnsPerSecond: Readonly<Record<string, number>>;
  readonly embedded: EngineFigures;
  readonly server: EngineFigures;
}

const orders = 1_000_000;
const aimMs = 50;

/** The same book in a file and on a PostgreSQL server of this computer, whose commits are on disk. */
export async function measureServer(): Promise<Figure[]> {
  const run = await runChild<ServerFigures>('readBothEngines', String(orders));
  const beside = `${whole(orders)} orders on a server, 95 of 100`;
  const read = (name: string, of: (engine: EngineFigures) => number): Figure => ({
    name: `${name}, ${beside}`,
    value: `${of(run.server).toFixed(1)} ms`,
    aim: `≤ ${aimMs} ms`,
    isMet: of(run.server) <= aimMs,
    note: `${of(run.embedded).toFixed(1)} ms in a file`,
  });
  const shown = (name: string, value: string, note: string): Figure => ({
    name,
    value,
    aim: '',
    isMet: null,
    note,
  });
  const { turnsPerSecond: turns, server, embedded } = run;
  return [
    read('A page of the list', ({ listP95Ms }) => listP95Ms),
    read('A scanned waybill', ({ scanP95Ms }) => scanP95Ms),
    ...Object.keys(server.searchP95Ms).map((kind) =>
      read(`Search by ${kind}`, ({ searchP95Ms }) => searchP95Ms[kind] ?? 0),
    ),
    read('Claim of a job', ({ claimP95Ms }) => claimP95Ms),
    shown(
      'Orders stored on a server',
      `${whole(server.rowsPerSecond)} rows/s`,
      `${whole(embedded.rowsPerSecond)} rows/s in a file; 10,000 in a transaction, with their indexes and counts`,
    ),
    shown(
      'A book moved to a server, read beside the former row by row',
      `${whole(run.movedRowsPerSecond)} rows/s`,
      'counts of what it holds resting meanwhile',
    ),
    shown(
      'Transactions of benches that write one after the other',
      Object.entries(turns)
        .map(([benches, perSecond]) => `${benches}: ${whole(perSecond)}/s`)
        .join(', '),
      'by number of benches, all in one process, over loopback',
    ),
  ];
}
