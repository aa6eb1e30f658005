import { done, failure, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { createPrinterLanes } from '../../kit/printerLanes.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterTarget, PrinterTransport } from '../../kit/printerTransport.ts';
import { askStatus } from './askStatus.ts';
import { type TcpTiming, tcpTiming } from './tcpTiming.ts';
import { transmit } from './transmit.ts';
import { transmitAsked } from './transmitAsked.ts';

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
  const inLane = createPrinterLanes();
  const laneOf = (target: PrinterTarget): string => `${target.host}:${target.port}`;
  return {
    id: 'tcp',
    parse: (target) =>
      target.host !== '' && target.port > 0
        ? done(target)
        : failure('PRINTER_URI_INVALID', { part: target.host === '' ? 'host' : 'port' }),
    send: (target, job) =>
      inLane(laneOf(target), async (release) => {
        const question = job.asksStatus === true ? statusOf(target.language) : null;
        const { outcome, closed } =
          question === null
            ? transmit(target, job.bytes, timing)
            : transmitAsked(target, job.bytes, question, timing);
        const result = await outcome;
        release(atMost(closed, timing.handOverMs));
        return result;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) => inLane(laneOf(target), () => askStatus(target, statusOf(target.language), timing)),
  };
}
