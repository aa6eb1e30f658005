import { expect } from 'vitest';
import type { PrinterTransport } from '../../../electron/printers/kit/printerTransport.ts';
import { savePrinterSetup } from '../../../electron/usecases/printing/printers/printerSetup.ts';
import { openPrintBench, type PrintBench } from '../printBench.ts';
import { recordFaults } from '../recordFaults.ts';
import type { DeviceFaults, MatrixDevice, MatrixWay } from './matrixWay.ts';

/** Long enough that no other bytes of a label look like the start of one. */
const startBytes = 24;

/** What went through a transport, seen from the outside of it. */
interface Sends {
  /** Sends of each job whose answer leaves open that bytes of it left. */
  readonly maybe: Map<string, number>;
  start: Buffer;
  labelBytes: number;
  /** The program dies when the transport has done its work: its answer reaches nobody. */
  dies: boolean;
}

function watched(transport: PrinterTransport, sends: Sends): PrinterTransport {
  return {
    ...transport,
    async send(target, job) {
      sends.start = Buffer.from(job.bytes.subarray(0, startBytes));
      sends.labelBytes = job.bytes.length;
      const outcome = await transport.send(target, job);
      if (outcome.ok || outcome.certainty === 'unknown')
        sends.maybe.set(job.jobId, (sends.maybe.get(job.jobId) ?? 0) + 1);
      if (sends.dies) throw new Error('the program ends here');
      return outcome;
    },
  };
}

function startsIn(bytes: Buffer, start: Buffer): number {
  if (start.length === 0) return 0;
  let count = 0;
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + start.length)) count += 1;
  return count;
}

export interface MatrixBench extends PrintBench {
  readonly device: MatrixDevice;
  readonly sends: Sends;
  /** Whole and torn papers of all labels: starts of labels the device took. */
  papers(): Promise<number>;
  /** The printer answers: it is asked around each label. */
  asks(): Promise<void>;
  /** Prints what is due; time passes, the program starts anew, and nobody says a word. */
  letItBe(): Promise<void>;
}

/** Benches of one way, closed after each test, and the cells of its matrix. */
export function matrixBenches(way: MatrixWay) {
  const cells: { cell: string; mostPapers: number }[] = [];
  const closers: (() => unknown)[] = [];
  const startedAt = performance.now();
  return {
    async open(language: string, faults: DeviceFaults | null, count = 1): Promise<MatrixBench> {
      const device = await way.open(language);
      closers.push(() => device.close());
      await device.plug(faults);
      const sends: Sends = { maybe: new Map(), start: Buffer.alloc(0), labelBytes: 0, dies: false };
      const bench = await openPrintBench(watched(device.transport, sends), device.uri, count);
      closers.push(() => bench.close());
      return {
        ...bench,
        device,
        sends,
        papers: async () => startsIn(await device.taken(), sends.start),
        async asks() {
          const profile = { answersStatus: true };
          await savePrinterSetup(bench.workspace, { uri: device.uri, name: 'A', profile });
        },
        async letItBe() {
          await bench.printDue();
          await bench.workspace.clock.advance(3_600_000);
          await bench.restart();
          await bench.printDue();
        },
      };
    },
    /** One cell of the matrix: papers a label had at most before a person said a word, each label sent at most once. */
    count(cell: string, mostPapers: number, sends?: Sends): void {
      const mostSends = Math.max(0, ...(sends?.maybe.values() ?? []));
      cells.push({ cell, mostPapers: Math.max(mostPapers, mostSends) });
      expect([cell, mostPapers <= 1, mostSends <= 1]).toEqual([cell, true, true]);
    },
    async closeAll() {
      for (const close of closers.splice(0).reverse()) await close();
    },
    record() {
      recordFaults(`print matrix, ${way.id}`, {
        cases: cells.length,
        kills: 0,
        violations: cells.filter(({ mostPapers }) => mostPapers > 1).length,
        durationMs: performance.now() - startedAt,
      });
    },
  };
}
