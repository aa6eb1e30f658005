import { done, failure, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterTarget, PrinterTransport } from '../../kit/printerTransport.ts';
import { askStatus } from './askStatus.ts';
import { type TcpTiming, tcpTiming } from './tcpTiming.ts';
import { transmit } from './transmit.ts';

/** One after another for each printer: many label printers take a single connection. */
function createLanes() {
  const tails = new Map<string, Promise<void>>();
  return async function inLane<T>(
    key: string,
    task: (release: (after: Promise<void>) => void) => Promise<T>,
  ) {
    const before = tails.get(key) ?? Promise.resolve();
    let open: (after: Promise<void>) => void = () => {};
    const tail = new Promise<void>((resolve) => {
      open = (after) => resolve(after);
    });
    tails.set(key, tail);
    await before;
    try {
      return await task(open);
    } finally {
      open(Promise.resolve());
      void tail.then(() => tails.get(key) === tail && tails.delete(key));
    }
  };
}

function atMost(wait: Promise<void>, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    void wait.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Raw printing to port 9100: every label is one connection, opened, written, half-closed. */
export function createTcpTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: TcpTiming = tcpTiming,
): PrinterTransport {
  const inLane = createLanes();
  const laneOf = (target: PrinterTarget): string => `${target.host}:${target.port}`;
  return {
    id: 'tcp',
    parse: (target) =>
      target.host !== '' && target.port > 0
        ? done(target)
        : failure('PRINTER_URI_INVALID', { part: target.host === '' ? 'host' : 'port' }),
    send: (target, job) =>
      inLane(laneOf(target), async (release) => {
        const { outcome, closed } = transmit(target, job.bytes, timing);
        const result = await outcome;
        release(atMost(closed, timing.handOverMs));
        return result;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) => inLane(laneOf(target), () => askStatus(target, statusOf(target.language), timing)),
  };
}
