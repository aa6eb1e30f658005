import type { SerialPort } from 'serialport';
import { type CallOutcome, didNotHappen, happened } from '../../../../shared/errors/outcome.ts';
import type { PrinterTarget } from '../../kit/printerTransport.ts';

type SerialModule = typeof import('serialport');

/** Loaded at first use: a system without its binary loses serial printers only. */
export async function loadSerial(): Promise<SerialModule | null> {
  try {
    return await import('serialport');
  } catch {
    return null;
  }
}

export async function openSerial(
  { path, line = { baud: 9_600, flow: 'none' } }: PrinterTarget,
  load: () => Promise<SerialModule | null> = loadSerial,
): Promise<CallOutcome<SerialPort>> {
  const module = await load();
  if (module === null) return didNotHappen('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'serial' });
  const port = new module.SerialPort({
    path,
    baudRate: line.baud,
    rtscts: line.flow === 'rtscts',
    xon: line.flow === 'xonxoff',
    xoff: line.flow === 'xonxoff',
    autoOpen: false,
  });
  return new Promise((resolve) => {
    port.open((error) => {
      if (error === null) resolve(happened(port));
      else resolve(didNotHappen('PRINTER_DEVICE_UNAVAILABLE', { path, cause: causeOf(error) }));
    });
  });
}

/** The module tells the cause as a sentence that may hold a path; only its kind goes on. */
export function causeOf(error: Error): string {
  const code = /\b(E[A-Z]{2,})\b/.exec(error.message)?.[1];
  if (code !== undefined) return code;
  if (/no such file|file not found/i.test(error.message)) return 'ENOENT';
  if (/permission|access denied/i.test(error.message)) return 'EACCES';
  return /lock|busy|in use/i.test(error.message) ? 'EBUSY' : 'error';
}
