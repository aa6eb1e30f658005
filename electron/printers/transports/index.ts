import type { Clock } from '../../platform/clock.ts';
import type { DriverPrinter, PrinterTransport } from '../kit/printerTransport.ts';
import type { PrinterWay } from '../kit/printerWay.ts';
import { printerLanguage } from '../languages/index.ts';
import { fileWay } from './file/fileTransport.ts';
import { serialWay } from './serial/serialTransport.ts';
import { spoolWay } from './spool/spoolTransport.ts';
import { tcpWay } from './tcp/tcpTransport.ts';
import { virtualWay } from './virtual/virtualTransport.ts';

/** Every way to a printer: one line each. */
export const printerWays: readonly PrinterWay[] = [virtualWay, tcpWay, fileWay, serialWay, spoolWay];

export const printerWay = (id: string): PrinterWay | undefined => printerWays.find((way) => way.id === id);

/** Address of the printer every workspace has: labels as files in its own folder. */
export const ownFolderPrinterUri = `${virtualWay.id}:`;

/** Make them once: they keep one lane a printer. */
export function createPrinterTransports(clock: Clock, driver?: DriverPrinter): readonly PrinterTransport[] {
  const statusOf = (language: string) => printerLanguage(language)?.status ?? null;
  return printerWays.map((way) => way.open({ clock, statusOf, ...(driver === undefined ? {} : { driver }) }));
}
