import { Worker } from 'node:worker_threads';
import { done, failure } from '../../../../shared/errors/outcome.ts';
import { TableFault } from '../../../imports/kit/tableFormat.ts';
import { bytesToReadInThread } from '../../../imports/openOrderFile.ts';
import {
  batchesPerAnswer,
  type ReaderMessage,
  type ReaderRequest,
  type ReaderTask,
  unpackRows,
} from './messages.ts';
import {
  type OpenOrderSource,
  type OrderSource,
  openOrderSource,
  type UnderstoodRow,
} from './orderSource.ts';

export interface ThreadLimits {
  /** Until the first message: the thread's own code has to be loaded. */
  readonly startMs: number;
  /** Between two messages. A thread that is stuck in a file sends none. */
  readonly silenceMs: number;
  /** Heap of the thread, by the size of its file. */
  readonly heapMbFor: (fileBytes: number) => number;
  /** The most it may hold outside its heap. */
  readonly buffersMb: number;
  /** Everything else runs first. */
  readonly isBehind?: boolean;
}

const megabyte = 1024 * 1024;
/** The limit for any file. */
const freeMb = 200;
/** A workbook in which every text is different takes 27 times its packed size: 1,000,000 rows of them are 35 MB. */
const heapPerFile = 32;
const mostHeapMb = 1024;

export const usualLimits: ThreadLimits = {
  startMs: 20_000,
  // On a machine at its limit the lowest priority thread hardly runs.
  silenceMs: 10_000,
  heapMbFor: (fileBytes) =>
    Math.min(mostHeapMb, Math.max(freeMb, Math.ceil((fileBytes / megabyte) * heapPerFile))),
  buffersMb: freeMb,
};
/** How often the memory of the process is checked while its reading thread sends messages. */
const memoryIntervalMs = 50;

/** A message of the thread, or the end of interest in more. */
type Word = ReaderMessage | { readonly kind: 'cancelled' };

/** Megabytes. Larger ones, the engine's own choice, cost 100 MB and gain nothing here. */
const nurseryMb = 8;

/**
 * Reads large files in a thread of their own, so that reading and storing run side by side and the process stays free to answer pages. A
 * thread that hangs or takes too much memory is ended (IMPORT_READER_STOPPED). `threadFile`: the built or source file that calls
 * `serveOrderReader`. A cancel ends the thread wherever it is: before its first rows the opening fails (IMPORT_CANCELLED), after them the
 * rows just end.
 */
export function createThreadedOpening(
  threadFile: string,
  limits: ThreadLimits = usualLimits,
): OpenOrderSource {
  return async (path, options, divisions, signal) => {
    const fileBytes = await bytesToReadInThread(path);
    if (fileBytes === null) return openOrderSource(path, options, divisions);
    if (signal?.aborted === true) return failure('IMPORT_CANCELLED');
    const { buffersMb, isBehind = false } = limits;
    const task = { path, options, divisionFolder: divisions.folder, buffersMb, isBehind };
    const thread = new ReadingThread(threadFile, task, limits, limits.heapMbFor(fileBytes), signal);
    const first = await thread.next().catch(startFault);
    // No thread can be started: reading in this one is slower and gives the same rows, or the same exception.
    if (first === null) return openOrderSource(path, options, divisions);
    if (first.kind === 'opened') return done(sourceOf(thread, first.recognition));
    await thread.stop();
    if (first.kind === 'failed') return first.failure;
    if (first.kind === 'cancelled') return failure('IMPORT_CANCELLED');
    throw new Error(`the reading thread began with ${first.kind}`);
  };
}

/** An ended thread is an error; one that never ran is no reason to refuse the file. */
function startFault(error: unknown): ReaderMessage | null {
  return error instanceof TableFault ? { kind: 'failed', failure: error.failure } : null;
}

function sourceOf(thread: ReadingThread, recognition: OrderSource['recognition']): OrderSource {
  return {
    recognition,
    async *batches(onShare): AsyncGenerator<readonly UnderstoodRow[], void, void> {
      for (;;) {
        const message = await thread.next();
        if (message.kind === 'cancelled') return;
        if (message.kind === 'failed') throw new TableFault(message.failure);
        if (message.kind === 'opened') throw new Error('the reading thread began twice');
        if (message.kind === 'alive') continue;
        if (message.share !== null) onShare(message.share);
        if (message.kind === 'end') return;
        yield unpackRows(message.rows);
        thread.more();
      }
    },
    close: () => thread.stop(),
  };
}

/** The thread as a queue of its messages. A bug inside it, or an unexpected end, is an error of `next`. */
class ReadingThread {
  readonly #worker: Worker;
  readonly #said: ReaderMessage[] = [];
  #error: Error | null = null;
  #wake: (() => void) | null = null;
  #hasSpoken = false;
  #taken = 0;
  readonly #limits: ThreadLimits;
  readonly #signal: AbortSignal | undefined;

  constructor(
    file: string,
    task: ReaderTask,
    limits: ThreadLimits,
    heapMb: number,
    signal: AbortSignal | undefined,
  ) {
    this.#limits = limits;
    this.#signal = signal;
    // Rows are short-lived: a small nursery keeps the memory of the whole import flat.
    const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: nurseryMb };
    this.#worker = new Worker(file, { workerData: task, resourceLimits });
    this.#worker.on('message', (message: ReaderMessage) => {
      this.#hasSpoken = true;
      if (message.kind !== 'alive') this.#said.push(message);
      this.#wake?.();
    });
    this.#worker.once('error', (error: Error) =>
      this.#fail(isOutOfMemory(error) ? stopped('memory') : error),
    );
    const cancel = () => void this.#worker.terminate();
    const watch = this.#watchMemory(heapMb + limits.buffersMb);
    this.#worker.once('exit', () => {
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
      this.#fail(new Error('the reading thread ended early'));
    });
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
  }

  /** A thread that fills buffers without pause neither sends nor checks: the process grows, and this thread notices. */
  #watchMemory(mostMb: number): NodeJS.Timeout {
    const before = process.memoryUsage();
    return setInterval(() => {
      if (bytesTaken(before, process.memoryUsage()) <= mostMb * megabyte) return;
      this.#fail(stopped('memory'));
      void this.#worker.terminate();
    }, memoryIntervalMs).unref();
  }

  /** After a cancel, earlier messages are dropped too. */
  async next(): Promise<Word> {
    for (;;) {
      if (this.#signal?.aborted === true) return { kind: 'cancelled' };
      const message = this.#said.shift();
      if (message !== undefined) return message;
      if (this.#error !== null) throw this.#error;
      await this.#word();
    }
  }

  /** Waits for the thread's next message, and ends the thread when none comes. */
  async #word(): Promise<void> {
    const { startMs, silenceMs } = this.#limits;
    const patienceMs = this.#hasSpoken ? silenceMs : startMs;
    await new Promise<void>((resolve) => {
      // A timer may fire before messages that arrived while this thread was busy: they are handled first.
      const timer = setTimeout(() => setImmediate(() => this.#end(resolve)), patienceMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
    });
  }

  #end(resolve: () => void): void {
    if (this.#wake === null) return;
    this.#wake = null;
    this.#error ??= stopped('time');
    void this.#worker.terminate();
    resolve();
  }

  /** A batch was taken. */
  more(): void {
    this.#taken++;
    if (this.#taken < batchesPerAnswer) return;
    this.#worker.postMessage(this.#taken satisfies ReaderRequest);
    this.#taken = 0;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#wake?.();
  }
}

type Memory = Pick<NodeJS.MemoryUsage, 'rss' | 'heapTotal' | 'external'>;

/**
 * What other threads have taken since. Without what this thread uses: orders being stored are not the file's doing. Nor is what this
 * thread gives back: the system has it some time later, so the whole process must have grown as well.
 */
export function bytesTaken(before: Memory, now: Memory): number {
  const others = ({ rss, heapTotal, external }: Memory): number => rss - heapTotal - external;
  return Math.min(others(now) - others(before), now.rss - before.rss);
}

function stopped(reason: 'memory' | 'time'): TableFault {
  return new TableFault(failure('IMPORT_READER_STOPPED', { reason }));
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
