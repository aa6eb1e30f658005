import type { SerialPort } from 'serialport';

/** How a line is set; eight bits, no parity. */
export interface SerialSettings {
  readonly baud: number;
  readonly flow: 'none' | 'rtscts' | 'xonxoff';
}

type SerialModule = typeof import('serialport');

/** Loaded at first use: a system without its binary loses what hangs on serial ports only. */
export async function loadSerial(): Promise<SerialModule | null> {
  try {
    return await import('serialport');
  } catch {
    return null;
  }
}

type Opened =
  | { readonly ok: true; readonly port: SerialPort }
  /** `module`: this system has no binary for serial ports; otherwise what the system says. */
  | { readonly ok: false; readonly cause: string };

export const withoutModule = 'module';

export async function openSerialPort(
  path: string,
  { baud, flow }: SerialSettings,
  load: () => Promise<SerialModule | null> = loadSerial,
): Promise<Opened> {
  const module = await load();
  if (module === null) return { ok: false, cause: withoutModule };
  const port = new module.SerialPort({
    path,
    baudRate: baud,
    rtscts: flow === 'rtscts',
    xon: flow === 'xonxoff',
    xoff: flow === 'xonxoff',
    autoOpen: false,
  });
  return new Promise((resolve) => {
    port.open((error) => {
      resolve(error === null ? { ok: true, port } : { ok: false, cause: causeOf(error) });
    });
  });
}

/** The module gives the cause as a sentence that may contain a path; only its kind is passed on. */
export function causeOf(error: Error): string {
  const code = /\b(E[A-Z]{2,})\b/.exec(error.message)?.[1];
  if (code !== undefined) return code;
  if (/no such file|file not found/i.test(error.message)) return 'ENOENT';
  if (/permission|access denied/i.test(error.message)) return 'EACCES';
  return /lock|busy|in use/i.test(error.message) ? 'EBUSY' : 'error';
}

/** A port whose adapter was pulled out may never confirm that it is closed. */
const closeWaitMs = 500;

export function closeSerialPort(port: SerialPort): Promise<void> {
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
