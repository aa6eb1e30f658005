import { Worker } from 'node:worker_threads';
import { done, failure } from '../../shared/errors/outcome.ts';
import { TableFault } from '../imports/kit/tableFault.ts';
import { readsInThread } from '../imports/readsInThread.ts';
import {
  type OpenOrderSource,
  type OrderSource,
  openOrderSource,
  type UnderstoodRow,
} from './orderSource.ts';
import type { ReaderMessage, ReaderRequest, ReaderTask } from './readerMessages.ts';

export interface ThreadLimits {
  /** Until the first word: the thread's own code has to be loaded. */
  readonly startMs: number;
  /** Between two words. A thread that is stuck in a file says nothing more. */
  readonly silenceMs: number;
  /** Heap of the thread. Above what 1,000,000 rows with texts of their own take (4,000,000 shared strings). */
  readonly heapMb: number;
}

const usualLimits: ThreadLimits = { startMs: 20_000, silenceMs: 5_000, heapMb: 1024 };

/** Megabytes. Larger ones, the engine's own choice, cost 100 MB and gain nothing here. */
const nurseryMb = 16;

/**
 * Reads large files in a thread of their own, so that reading and storing take turns on no processor and the process
 * stays free to answer pages; a thread that hangs or takes too much memory is ended (IMPORT_READER_STOPPED). `threadFile`:
 * the built or source file that calls `serveOrderReader`.
 */
export function createThreadedOpening(
  threadFile: string,
  limits: ThreadLimits = usualLimits,
): OpenOrderSource {
  return async (path, options, divisions) => {
    if (!(await readsInThread(path))) return openOrderSource(path, options, divisions);
    const thread = new ReadingThread(threadFile, { path, options, divisionFolder: divisions.folder }, limits);
    const first = await thread.next().catch(startFault);
    // No thread to be had here: reading in this one is slower and gives the same rows, or the same exception.
    if (first === null) return openOrderSource(path, options, divisions);
    if (first.kind === 'opened') return done(sourceOf(thread, first.recognition));
    await thread.stop();
    if (first.kind === 'failed') return first.failure;
    throw new Error(`the reading thread began with ${first.kind}`);
  };
}

/** A thread that was ended says so; one that never ran is no reason to refuse the file. */
function startFault(error: unknown): ReaderMessage | null {
  return error instanceof TableFault ? { kind: 'failed', failure: error.failure } : null;
}

function sourceOf(thread: ReadingThread, recognition: OrderSource['recognition']): OrderSource {
  return {
    recognition,
    async *batches(onShare): AsyncGenerator<readonly UnderstoodRow[], void, void> {
      for (;;) {
        const message = await thread.next();
        if (message.kind === 'failed') throw new TableFault(message.failure);
        if (message.kind === 'opened') throw new Error('the reading thread began twice');
        if (message.kind === 'alive') continue;
        if (message.share !== null) onShare(message.share);
        if (message.kind === 'end') return;
        yield JSON.parse(message.rows) as readonly UnderstoodRow[];
        thread.more();
      }
    },
    close: () => thread.stop(),
  };
}

/** The thread as a queue of what it said. A bug inside it, or its end without a word, is an error of `next`. */
class ReadingThread {
  readonly #worker: Worker;
  readonly #said: ReaderMessage[] = [];
  #error: Error | null = null;
  #wake: (() => void) | null = null;
  #hasSpoken = false;
  readonly #limits: ThreadLimits;

  constructor(file: string, task: ReaderTask, limits: ThreadLimits) {
    this.#limits = limits;
    // Rows live for a moment only: a small nursery keeps the memory of the whole import flat.
    const resourceLimits = { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: nurseryMb };
    this.#worker = new Worker(file, { workerData: task, resourceLimits });
    this.#worker.on('message', (message: ReaderMessage) => {
      this.#hasSpoken = true;
      if (message.kind !== 'alive') this.#said.push(message);
      this.#wake?.();
    });
    this.#worker.once('error', (error: Error) =>
      this.#fail(isOutOfMemory(error) ? stopped('memory') : error),
    );
    this.#worker.once('exit', () => this.#fail(new Error('the reading thread ended early')));
  }

  async next(): Promise<ReaderMessage> {
    for (;;) {
      const message = this.#said.shift();
      if (message !== undefined) return message;
      if (this.#error !== null) throw this.#error;
      await this.#word();
    }
  }

  /** Waits for the next word of the thread, and ends it when none comes. */
  async #word(): Promise<void> {
    const { startMs, silenceMs } = this.#limits;
    const patienceMs = this.#hasSpoken ? silenceMs : startMs;
    await new Promise<void>((resolve) => {
      // A timer may fire before words that arrived while this thread was busy: they get their turn first.
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

  more(): void {
    this.#worker.postMessage('more' satisfies ReaderRequest);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#wake?.();
  }
}

function stopped(reason: 'memory' | 'time'): TableFault {
  return new TableFault(failure('IMPORT_READER_STOPPED', { reason }));
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
