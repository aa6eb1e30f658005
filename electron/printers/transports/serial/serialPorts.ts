import type { SerialPort } from 'serialport';
import { type CallOutcome, didNotHappen, happened } from '../../../../shared/errors/outcome.ts';
import { closeSerialPort, openSerialPort, withoutModule } from '../../../serial/serialPort.ts';
import type { PrinterTarget } from '../../kit/printerTransport.ts';

interface SerialPorts {
  /** The open port of this address; opened when it is not. */
  open(target: PrinterTarget): Promise<CallOutcome<SerialPort>>;
  /** Used no more for now: closed after a while, or at once when something went wrong on it. */
  release(target: PrinterTarget, port: SerialPort, isSound: boolean): Promise<void>;
}

/**
 * Keeps a port open between labels: opening one pulls its control lines, at which many printers start over, and
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
      if (!isSound) return closeSerialPort(port);
      const timer = setTimeout(() => void closeSerialPort(port), idleMs);
      timer.unref();
      timers.set(keyOf(target), timer);
    },
  };
}

export async function openSerial(
  { path, line = { baud: 9_600, flow: 'none' } }: PrinterTarget,
  load?: Parameters<typeof openSerialPort>[2],
): Promise<CallOutcome<SerialPort>> {
  const opened = await openSerialPort(path, line, load);
  if (opened.ok) return happened(opened.port);
  return opened.cause === withoutModule
    ? didNotHappen('PRINTER_TRANSPORT_UNAVAILABLE', { transport: 'serial' })
    : didNotHappen('PRINTER_DEVICE_UNAVAILABLE', { path, cause: opened.cause });
}
