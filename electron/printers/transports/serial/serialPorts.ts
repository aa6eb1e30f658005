import type { SerialPort } from 'serialport';
import { type CallOutcome, didNotHappen, happened } from '../../../../shared/errors/outcome.ts';
import type { PrinterTarget } from '../../kit/printerTransport.ts';

interface SerialPorts {
  /** The open port of this address; opened when it is not. */
  open(target: PrinterTarget): Promise<CallOutcome<SerialPort>>;
  /** Used no more for now: closed after a while, or at once when something went wrong on it. */
  release(target: PrinterTarget, port: SerialPort, isSound: boolean): Promise<void>;
}

/** A line whose adapter is gone may not answer to its closing. */
const closeWaitMs = 500;

function close(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, closeWaitMs);
    const finish = () => {
      clearTimeout(timer);
      resolve();
    };
    if (port.isOpen) port.close(finish);
    else finish();
  });
}

/**
 * Keeps a port open between labels: opening one pulls its control lines, at which many printers start anew, and
 * throws away what the line still holds.
 */
export function createSerialPorts(idleMs: number): SerialPorts {
  const ports = new Map<string, SerialPort>();
  const timers = new Map<string, NodeJS.Timeout>();
  // Another speed is another opening.
  const keyOf = ({ path, line }: PrinterTarget) => `${path} ${line?.baud} ${line?.flow}`;
  return {
    async open(target) {
      const key = keyOf(target);
      clearTimeout(timers.get(key));
      const known = ports.get(key);
      if (known?.isOpen) return happened(known);
      const opened = await openSerial(target);
      if (!opened.ok) return opened;
      ports.set(key, opened.value);
      opened.value.on('error', () => {});
      opened.value.once('close', () => {
        if (ports.get(key) === opened.value) ports.delete(key);
      });
      return opened;
    },
    async release(target, port, isSound) {
      if (!isSound) return close(port);
      const timer = setTimeout(() => void close(port), idleMs);
      timer.unref();
      timers.set(keyOf(target), timer);
    },
  };
}

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
