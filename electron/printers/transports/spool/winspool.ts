import type koffiModule from 'koffi';
import { windowsLibrary } from '../../../platform/otherPrograms.ts';

/**
 * The calls of the Windows print spooler that we need, in their order: OpenPrinterW, StartDocPrinterW (level 1, datatype
 * RAW; returns the job id), StartPagePrinter, WritePrinter, EndPagePrinter, EndDocPrinter, ClosePrinter; GetJobW and
 * EnumJobsW level 1, GetPrinterW level 2, EnumPrintersW level 4. A port, so that all decisions are tested without Windows.
 */
export interface WinspoolBinding {
  /** null: no such printer, or no right to it. */
  openPrinter(name: string): Promise<unknown>;
  /** 0: refused. */
  startDocument(printer: unknown, jobName: string): Promise<number>;
  startPage(printer: unknown): Promise<boolean>;
  /** Bytes taken; fewer than given: the spooler is full; -1: refused; null: the answer got lost, so nobody knows. */
  write(printer: unknown, bytes: Uint8Array): Promise<number | null>;
  endPage(printer: unknown): Promise<boolean>;
  endDocument(printer: unknown): Promise<boolean>;
  abort(printer: unknown): Promise<boolean>;
  close(printer: unknown): Promise<void>;
  /** Jobs in the queue now. */
  jobs(
    printer: unknown,
  ): Promise<readonly { readonly id: number; readonly name: string; readonly status: number }[]>;
  printerState(printer: unknown): Promise<{ readonly status: number; readonly attributes: number } | null>;
  printerNames(): Promise<readonly string[]>;
}

/** `PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS` */
const localAndConnected = 0x2 | 0x4;
/** More jobs than a queue of ours ever holds. */
const maxJobs = 1_000;

type Call = ((...args: unknown[]) => unknown) & { async(...args: unknown[]): void };

/** Every call runs on a thread of its own: a spooler that hangs must not stop bookings. null: it was not made. */
function onThread<T>(call: Call, ...args: unknown[]): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      call.async(...args, (error: unknown, result: T) => resolve(error ? null : result));
    } catch {
      // Too many calls at once, or a value that cannot be passed.
      resolve(null);
    }
  });
}

/** `BOOL` of Windows: 32 bits, anything but 0 is yes. */
const isYes = async (call: Call, ...args: unknown[]): Promise<boolean> =>
  ((await onThread<number>(call, ...args)) ?? 0) !== 0;

function declare(koffi: Koffi, libraryPath: string) {
  const library = koffi.load(libraryPath);
  const types = winspoolTypes(koffi);
  const outHandle = koffi.out(koffi.pointer('void *'));
  const outNumber = koffi.out(koffi.pointer('uint32'));
  /** Where an answer goes: memory, its size, how much was needed. */
  const answer = ['void *', 'uint32', outNumber];
  const call = (name: string, result: string, args: unknown[]) =>
    library.func('__stdcall', name, result, args as never) as unknown as Call;
  return {
    types,
    open: call('OpenPrinterW', 'int32', ['str16', outHandle, 'void *']),
    startDoc: call('StartDocPrinterW', 'uint32', ['void *', 'uint32', koffi.pointer(types.docInfo1)]),
    startPage: call('StartPagePrinter', 'int32', ['void *']),
    write: call('WritePrinter', 'int32', ['void *', 'void *', 'uint32', outNumber]),
    endPage: call('EndPagePrinter', 'int32', ['void *']),
    endDoc: call('EndDocPrinter', 'int32', ['void *']),
    abort: call('AbortPrinter', 'int32', ['void *']),
    close: call('ClosePrinter', 'int32', ['void *']),
    enumJobs: call('EnumJobsW', 'int32', ['void *', 'uint32', 'uint32', 'uint32', ...answer, outNumber]),
    getPrinter: call('GetPrinterW', 'int32', ['void *', 'uint32', ...answer]),
    enumPrinters: call('EnumPrintersW', 'int32', ['uint32', 'str16', 'uint32', ...answer, outNumber]),
  };
}

/** Jobs may come in between the question for the size and the one for the answer. */
const fillTries = 4;

/** Asks how much room the answer needs, then for the answer; the texts lie in the same memory. null: it never fitted. */
async function fill(
  ask: (memory: Buffer | null, size: number, needed: number[], count: number[]) => Promise<boolean>,
): Promise<{ readonly memory: Buffer; readonly count: number } | null> {
  let memory: Buffer | null = null;
  for (let tries = 0; tries < fillTries; tries += 1) {
    const needed = [0];
    const count = [0];
    const isDone = await ask(memory, memory?.length ?? 0, needed, count);
    // The memory is named after the call as well: nothing else keeps it while the thread writes into it.
    if (isDone) return { memory: memory ?? Buffer.alloc(0), count: memory === null ? 0 : (count[0] ?? 0) };
    const size = needed[0] ?? 0;
    if (size <= (memory?.length ?? 0)) return null;
    memory = Buffer.alloc(size);
  }
  return null;
}

/** The calls of the library, for tests also of one that only looks like it. */
export function bindWinspool(koffi: Koffi, libraryPath: string): WinspoolBinding {
  const calls = declare(koffi, libraryPath);
  const { types } = calls;
  const rowsOf = (filled: Awaited<ReturnType<typeof fill>>, type: typeof types.jobInfo1) =>
    Array.from({ length: filled?.count ?? 0 }, (_, row) =>
      koffi.decode(filled?.memory, row * koffi.sizeof(type), type),
    ) as Record<string, unknown>[];
  return {
    async openPrinter(name) {
      const handle: unknown[] = [null];
      return (await isYes(calls.open, name, handle, null)) ? (handle[0] ?? null) : null;
    },
    async startDocument(printer, jobName) {
      const document = { pDocName: jobName, pOutputFile: null, pDatatype: 'RAW' };
      return (await onThread<number>(calls.startDoc, printer, 1, document)) ?? 0;
    },
    startPage: (printer) => isYes(calls.startPage, printer),
    async write(printer, bytes) {
      const taken = [0];
      const memory = Buffer.from(bytes);
      const answer = await onThread<number>(calls.write, printer, memory, memory.length, taken);
      if (answer === null) return null;
      // As with `fill`: naming the memory here keeps it until the thread has read it.
      return answer === 0 ? -1 : Math.min(taken[0] ?? 0, memory.length);
    },
    endPage: (printer) => isYes(calls.endPage, printer),
    endDocument: (printer) => isYes(calls.endDoc, printer),
    abort: (printer) => isYes(calls.abort, printer),
    async close(printer) {
      await isYes(calls.close, printer);
    },
    async jobs(printer) {
      const filled = await fill((memory, size, needed, count) =>
        isYes(calls.enumJobs, printer, 0, maxJobs, 1, memory, size, needed, count),
      );
      return rowsOf(filled, types.jobInfo1).map((row) => ({
        id: Number(row.JobId),
        name: typeof row.pDocument === 'string' ? row.pDocument : '',
        status: Number(row.Status),
      }));
    },
    async printerState(printer) {
      const filled = await fill((memory, size, needed) =>
        isYes(calls.getPrinter, printer, 2, memory, size, needed),
      );
      if (filled === null || filled.memory.length === 0) return null;
      const row = koffi.decode(filled.memory, 0, types.printerInfo2) as Record<string, unknown>;
      return { status: Number(row.Status), attributes: Number(row.Attributes) };
    },
    async printerNames() {
      const filled = await fill((memory, size, needed, count) =>
        isYes(calls.enumPrinters, localAndConnected, null, 4, memory, size, needed, count),
      );
      return rowsOf(filled, types.printerInfo4).map((row) => String(row.pPrinterName));
    },
  };
}

let bound: WinspoolBinding | null = null;

/** Loaded at first use. null: not Windows, or the library does not load. */
export async function loadWinspool(): Promise<WinspoolBinding | null> {
  if (process.platform !== 'win32') return null;
  if (bound !== null) return bound;
  try {
    bound = bindWinspool((await import('koffi')).default, windowsLibrary('winspool.drv', process.env));
    return bound;
  } catch {
    return null;
  }
}

type Koffi = typeof koffiModule;

/** Neighbours of one type, in their order. */
const each = (type: string, ...names: string[]) => Object.fromEntries(names.map((name) => [name, type]));

/** Layouts of winspool.h, 64 bit: the sizes are held by a test. Names are the header's. */
export function winspoolTypes(koffi: Koffi) {
  const systemTime = koffi.array('uint16', 8);
  const docInfo1 = koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const jobInfo1 = koffi.struct({
    JobId: 'uint32',
    ...each('str16', 'pPrinterName', 'pMachineName', 'pUserName', 'pDocument', 'pDatatype', 'pStatus'),
    ...each('uint32', 'Status', 'Priority', 'Position', 'TotalPages', 'PagesPrinted'),
    Submitted: systemTime,
  });
  const printerInfo2 = koffi.struct({
    ...each('str16', 'pServerName', 'pPrinterName', 'pShareName', 'pPortName', 'pDriverName'),
    ...each('str16', 'pComment', 'pLocation'),
    pDevMode: 'void *',
    ...each('str16', 'pSepFile', 'pPrintProcessor', 'pDatatype', 'pParameters'),
    pSecurityDescriptor: 'void *',
    ...each('uint32', 'Attributes', 'Priority', 'DefaultPriority', 'StartTime', 'UntilTime', 'Status'),
    ...each('uint32', 'cJobs', 'AveragePPM'),
  });
  const printerInfo4 = koffi.struct({ pPrinterName: 'str16', pServerName: 'str16', Attributes: 'uint32' });
  return { docInfo1, jobInfo1, printerInfo2, printerInfo4 };
}
