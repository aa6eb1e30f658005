import type { SerialPort } from 'serialport';
import { listSerialPorts, plugOf } from './listPorts.ts';
import { closeSerialPort, openSerialPort, type SerialSettings } from './serialPort.ts';

/** An unplugged device is looked for this often. */
const againMs = 1_500;

interface PortPlace {
  readonly port: string;
  /** Empty: the port alone says where it is. */
  readonly plug: string;
}

export interface SteadyPortParts {
  readonly place: PortPlace;
  readonly settings: SerialSettings;
  readonly signal: AbortSignal;
  /** Ends early when the signal aborts. */
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
  onBytes(bytes: Uint8Array): void;
  /** Empty: it is open; otherwise what the system says. */
  onState(cause: string): void;
}

export interface SteadyPort {
  /** Nothing where it is not open just now. */
  write(bytes: Uint8Array): void;
  /** Resolves once it is closed for good. */
  readonly ended: Promise<void>;
}

/** Keeps a port open until the signal aborts: unplugged and plugged in again, under another number too, it is reopened. */
export function keepPortOpen(parts: SteadyPortParts): SteadyPort {
  let open: SerialPort | null = null;
  const run = async (): Promise<void> => {
    while (!parts.signal.aborted) {
      const opened = await openSerialPort(await pathNow(parts.place), parts.settings);
      if (opened.ok) {
        open = opened.port;
        await readUntilClosed(opened.port, parts);
        open = null;
      }
      if (parts.signal.aborted) return;
      parts.onState(opened.ok ? 'closed' : opened.cause);
      await parts.sleep(againMs, parts.signal);
    }
  };
  return { write: (bytes) => void open?.write(Buffer.from(bytes), () => undefined), ended: run() };
}

/** The port of this plug now; the one it had until another is found. */
async function pathNow({ port, plug }: PortPlace): Promise<string> {
  if (plug === '') return port;
  const ports = (await listSerialPorts()) ?? [];
  const isThere = ports.some((one) => one.path === port && plugOf(one) === plug);
  return isThere ? port : (ports.find((one) => plugOf(one) === plug)?.path ?? port);
}

async function readUntilClosed(
  port: SerialPort,
  { signal, onBytes, onState }: SteadyPortParts,
): Promise<void> {
  if (signal.aborted) return closeSerialPort(port);
  onState('');
  await new Promise<void>((resolve) => {
    port.on('data', (bytes: Buffer) => onBytes(bytes));
    port.on('error', () => void closeSerialPort(port).then(resolve));
    port.once('close', () => resolve());
    signal.addEventListener('abort', () => void closeSerialPort(port).then(resolve), { once: true });
  });
}
