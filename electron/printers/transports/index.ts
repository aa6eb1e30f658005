import type { Clock } from '../../platform/clock.ts';
import type { PrinterTransport } from '../kit/printerTransport.ts';
import { printerLanguages } from '../languages/index.ts';
import { createFileTransport } from './file/fileTransport.ts';
import { createSerialTransport } from './serial/serialTransport.ts';
import { createSpoolTransport, openSpooler } from './spool/spoolTransport.ts';
import { createTcpTransport } from './tcp/tcpTransport.ts';
import { createVirtualTransport } from './virtual/virtualTransport.ts';

/** Every way to a printer: one line each. Make them once: they keep one lane a printer. */
export function createPrinterTransports(clock: Clock): readonly PrinterTransport[] {
  const statusOf = (language: string) => printerLanguages.find(({ id }) => id === language)?.status ?? null;
  return [
    createVirtualTransport(clock),
    createTcpTransport(statusOf),
    createFileTransport(statusOf),
    createSerialTransport(statusOf),
    createSpoolTransport(openSpooler()),
  ];
}
