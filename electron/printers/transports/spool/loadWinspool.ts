import { createPowershellWinspool } from './powershellWinspool.ts';
import type { WinspoolBinding } from './winspoolBinding.ts';
import { type Koffi, winspoolTypes } from './winspoolTypes.ts';

/** `PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS` */
const localAndConnected = 0x2 | 0x4;
/** More jobs than a queue of ours ever holds. */
const maxJobs = 1_000;

type Call = ((...args: unknown[]) => unknown) & { async(...args: unknown[]): void };

/** Every call runs on a thread of its own: a spooler that hangs must not stop bookings. */
function onThread<T>(call: Call, ...args: unknown[]): Promise<T> {
  return new Promise((resolve, reject) => {
    call.async(...args, (error: unknown, result: T) => (error ? reject(error) : resolve(result)));
  });
}

function declare(koffi: Koffi) {
  const library = koffi.load('winspool.drv');
  const types = winspoolTypes(koffi);
  const outHandle = koffi.out(koffi.pointer('void *'));
  const outNumber = koffi.out(koffi.pointer('uint32'));
  const call = (name: string, result: string, args: unknown[]) =>
    library.func('__stdcall', name, result, args as never) as unknown as Call;
  return {
    types,
    open: call('OpenPrinterW', 'bool', ['str16', outHandle, 'void *']),
    startDoc: call('StartDocPrinterW', 'uint32', ['void *', 'uint32', koffi.pointer(types.docInfo1)]),
    startPage: call('StartPagePrinter', 'bool', ['void *']),
    write: call('WritePrinter', 'bool', ['void *', 'void *', 'uint32', outNumber]),
    endPage: call('EndPagePrinter', 'bool', ['void *']),
    endDoc: call('EndDocPrinter', 'bool', ['void *']),
    abort: call('AbortPrinter', 'bool', ['void *']),
    close: call('ClosePrinter', 'bool', ['void *']),
    enumJobs: call('EnumJobsW', 'bool', [
      'void *',
      'uint32',
      'uint32',
      'uint32',
      'void *',
      'uint32',
      outNumber,
      outNumber,
    ]),
    getPrinter: call('GetPrinterW', 'bool', ['void *', 'uint32', 'void *', 'uint32', outNumber]),
    enumPrinters: call('EnumPrintersW', 'bool', [
      'uint32',
      'str16',
      'uint32',
      'void *',
      'uint32',
      outNumber,
      outNumber,
    ]),
  };
}

/** Asks twice: first how much room the answer needs, then for the answer; the texts lie in the same memory. */
async function fill(
  ask: (memory: Buffer | null, size: number, needed: number[], count: number[]) => Promise<boolean>,
): Promise<{ readonly memory: Buffer; readonly count: number } | null> {
  const needed = [0];
  const count = [0];
  await ask(null, 0, needed, count);
  const size = needed[0] ?? 0;
  if (size === 0) return { memory: Buffer.alloc(0), count: 0 };
  const memory = Buffer.alloc(size);
  return (await ask(memory, size, needed, count)) ? { memory, count: count[0] ?? 0 } : null;
}

function bind(koffi: Koffi): WinspoolBinding {
  const calls = declare(koffi);
  const { types } = calls;
  const rowsOf = (filled: Awaited<ReturnType<typeof fill>>, type: typeof types.jobInfo1) =>
    Array.from({ length: filled?.count ?? 0 }, (_, row) =>
      koffi.decode(filled?.memory, row * koffi.sizeof(type), type),
    ) as Record<string, unknown>[];
  return {
    async openPrinter(name) {
      const handle: unknown[] = [null];
      return (await onThread<boolean>(calls.open, name, handle, null)) ? (handle[0] ?? null) : null;
    },
    startDocument: (printer, jobName) =>
      onThread(calls.startDoc, printer, 1, { pDocName: jobName, pOutputFile: null, pDatatype: 'RAW' }),
    startPage: (printer) => onThread(calls.startPage, printer),
    async write(printer, bytes) {
      const taken = [0];
      const memory = Buffer.from(bytes);
      const isDone = await onThread<boolean>(calls.write, printer, memory, memory.length, taken);
      return isDone ? (taken[0] ?? 0) : -1;
    },
    endPage: (printer) => onThread(calls.endPage, printer),
    endDocument: (printer) => onThread(calls.endDoc, printer),
    abort: (printer) => onThread(calls.abort, printer),
    async close(printer) {
      await onThread(calls.close, printer);
    },
    async jobs(printer) {
      const filled = await fill((memory, size, needed, count) =>
        onThread(calls.enumJobs, printer, 0, maxJobs, 1, memory, size, needed, count),
      );
      return rowsOf(filled, types.jobInfo1).map((row) => ({
        id: Number(row.JobId),
        name: typeof row.pDocument === 'string' ? row.pDocument : '',
        status: Number(row.Status),
      }));
    },
    async printerState(printer) {
      const filled = await fill((memory, size, needed) =>
        onThread(calls.getPrinter, printer, 2, memory, size, needed),
      );
      if (filled === null || filled.memory.length === 0) return null;
      const row = koffi.decode(filled.memory, 0, types.printerInfo2) as Record<string, unknown>;
      return { status: Number(row.Status), attributes: Number(row.Attributes) };
    },
    async printerNames() {
      const filled = await fill((memory, size, needed, count) =>
        onThread(calls.enumPrinters, localAndConnected, null, 4, memory, size, needed, count),
      );
      return rowsOf(filled, types.printerInfo4).map((row) => String(row.pPrinterName));
    },
  };
}

let bound: WinspoolBinding | null = null;

/** Loaded at first use; where the library does not load a PowerShell helper does the same. null: not Windows. */
export async function loadWinspool(): Promise<WinspoolBinding | null> {
  if (process.platform !== 'win32') return null;
  if (bound !== null) return bound;
  try {
    bound = bind((await import('koffi')).default);
  } catch {
    bound = createPowershellWinspool();
  }
  return bound;
}
