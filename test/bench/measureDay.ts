import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hourMs, startOfShopDay } from '../../shared/rules/shopTime.ts';
import { startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { benchFolder } from './kit/benchFolders.ts';
import { buildChild } from './kit/buildChild.ts';
import { type DaySize, prepareDay } from './kit/day/prepareDay.ts';
import { type Figure, whole } from './kit/figure.ts';
import { runBuiltChild } from './kit/runChild.ts';

interface DayFigures {
  /** Every half hour of the day, after everything unused is gone. */
  readonly samples: readonly {
    readonly heapMb: number;
    readonly outsideMb: number;
    readonly rssMb: number;
  }[];
  readonly packed: number;
  readonly questions: number;
  readonly pushes: number;
  readonly notices: number;
}

const wholeDay: DaySize = { orders: 20_000, questions: 100_000, followed: 60_000 };
const mostMb = 250;
/** What the heap may differ by from one half hour to another without anything being kept. */
const flatMb = 10;
/** The shop opens at nine. */
const opensAt = 9 * hourMs;
/** Until then everything that is loaded once has been. */
const warmSamples = 4;

/** A working day of the core, on a clock that is moved at full speed: imports, bookings, labels, packing, tracking, pushes, alarms. */
export async function measureDay({ orders, questions, followed } = wholeDay): Promise<Figure[]> {
  const folder = mkdtempSync(join(benchFolder, 'day-'));
  const workspace = join(folder, 'workspace');
  const printer = await startFakePrinter({ forgetsPapers: true });
  const dayStart = startOfShopDay(Date.now()) + opensAt;
  const printerUri = `tcp://127.0.0.1:${printer.port}?lang=tspl`;
  await prepareDay(workspace, { dayStart, followed, printerUri });
  const sizes = [dayStart, orders, questions, followed].map(String);
  const run = await runBuiltChild<DayFigures>(await buildChild('workDay'), workspace, ...sizes);
  const labels = printer.papers.length;
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
  const most = Math.max(...run.samples.map(({ rssMb }) => rssMb));
  const [warm = 0, last = 0] = [warmSamples - 1, run.samples.length - 1].map(
    (at) => run.samples[at]?.heapMb ?? Number.NaN,
  );
  const day = `day of ${whole(orders)} orders and ${whole(questions)} tracking questions`;
  return [
    {
      name: `Memory of the core, ${day}, most of it`,
      value: `${whole(most)} MB`,
      aim: `≤ ${mostMb} MB`,
      isMet: most <= mostMb,
      note: `${whole(run.packed)} packed, ${whole(labels)} connections at the printer, ${whole(run.questions)} questions, ${whole(run.pushes)} pushes, ${run.notices} alarms; every half hour ${run.samples.map(({ rssMb }) => whole(rssMb)).join(', ')}`,
    },
    {
      name: `Heap of the core, ${day}, from the second hour to the eighth`,
      value: `${(last - warm).toFixed(1)} MB more`,
      aim: `≤ ${flatMb} MB`,
      // Each of the day's files has a whole number of orders: some more than were wished for.
      isMet: last - warm <= flatMb && run.packed >= orders,
      note: `after collecting: ${run.samples.map(({ heapMb }) => heapMb.toFixed(0)).join(', ')} MB`,
    },
  ];
}
