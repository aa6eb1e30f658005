import type { Clock } from '../platform/clock.ts';
import type { PrinterLanguage } from './kit/printerLanguage.ts';
import type { PrinterTransport } from './kit/printerTransport.ts';
import { cpclLanguage } from './languages/cpcl/cpclLanguage.ts';
import { escposLanguage } from './languages/escpos/escposLanguage.ts';
import { tsplLanguage } from './languages/tspl/tsplLanguage.ts';
import { zplLanguage } from './languages/zpl/zplLanguage.ts';
import { createFileTransport } from './transports/file/fileTransport.ts';
import { createSerialTransport } from './transports/serial/serialTransport.ts';
import { openSpooler } from './transports/spool/openSpooler.ts';
import { createSpoolTransport } from './transports/spool/spoolTransport.ts';
import { createTcpTransport } from './transports/tcp/tcpTransport.ts';
import { createVirtualTransport } from './transports/virtual/virtualTransport.ts';

/** Every printer language of the product: one line each. */
export const printerLanguages: readonly PrinterLanguage[] = [
  tsplLanguage,
  zplLanguage,
  cpclLanguage,
  escposLanguage,
];

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
