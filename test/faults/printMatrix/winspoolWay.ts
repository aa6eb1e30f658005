import { createSpoolTransport } from '../../../electron/printers/transports/spool/spoolTransport.ts';
import { createWindowsSpooler } from '../../../electron/printers/transports/spool/windowsSpooler.ts';
import type { WinspoolBinding } from '../../../electron/printers/transports/spool/winspool.ts';
import type { DeviceFaults, MatrixWay } from './matrixWay.ts';

/**
 * The spooler of Windows, its calls played here, with a queue that prints while it spools: what was written before a
 * document broke off is on paper. No call of the real one is made.
 */
export const winspoolWay: MatrixWay = {
  id: 'spool, Windows played',
  answers: false,
  tears: true,
  async open(language) {
    const pieces: Buffer[] = [];
    let faults: DeviceFaults | null = null;
    let left = Number.POSITIVE_INFINITY;
    const never = new Promise<never>(() => {});
    const binding: WinspoolBinding = {
      openPrinter: async () => (faults === null ? null : {}),
      startDocument: async () => 1,
      startPage: async () => true,
      write: async (_, bytes) => {
        const count = Math.min(bytes.length, left);
        if (count > 0) pieces.push(Buffer.from(bytes.subarray(0, count)));
        left -= count;
        if (count < bytes.length && faults?.stallsAfterBytes !== undefined) return never;
        return count;
      },
      endPage: async () => true,
      endDocument: async () => true,
      abort: async () => true,
      close: async () => {},
      jobs: async () => [],
      printerState: async () => ({ status: 0, attributes: 0 }),
      printerNames: async () => ['Deli DL-888'],
    };
    return {
      transport: createSpoolTransport(createWindowsSpooler(async () => binding, 30)),
      uri: `spool://Deli%20DL-888?lang=${language}&size=60x40`,
      async plug(wanted) {
        faults = wanted;
        left = wanted?.cutAfterBytes ?? wanted?.stallsAfterBytes ?? Number.POSITIVE_INFINITY;
      },
      taken: async () => Buffer.concat(pieces),
      close: async () => {},
    };
  },
};
