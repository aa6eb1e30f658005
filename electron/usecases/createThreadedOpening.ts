import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { done } from '../../shared/errors/outcome.ts';
import { TableFault } from '../imports/kit/tableFault.ts';
import {
  type OpenOrderSource,
  type OrderSource,
  openOrderSource,
  type UnderstoodRow,
} from './orderSource.ts';
import type { ReaderMessage, ReaderRequest, ReaderTask } from './readerMessages.ts';

/** Below this (some 2,000 rows) starting a thread takes longer than it saves. */
const threadFromBytes = 256 * 1024;

/**
 * Reads large files in a thread of their own, so that reading and storing take turns on no processor and the process
 * stays free to answer pages. `threadFile`: the built or source file that calls `serveOrderReader`.
 */
export function createThreadedOpening(threadFile: string): OpenOrderSource {
  return async (path, options, divisions) => {
    const size = await stat(path).then(
      (found) => found.size,
      // Whatever is wrong with the path is told by the opening itself.
      () => 0,
    );
    if (size < threadFromBytes) return openOrderSource(path, options, divisions);
    const thread = new ReadingThread(threadFile, { path, options, divisionFolder: divisions.folder });
    const first = await thread.next().catch(() => null);
    // No thread to be had here: reading in this one is slower and gives the same rows, or the same exception.
    if (first === null) return openOrderSource(path, options, divisions);
    if (first.kind === 'opened') return done(sourceOf(thread, first.recognition));
    await thread.stop();
    if (first.kind === 'failed') return first.failure;
    throw new Error(`the reading thread began with ${first.kind}`);
  };
}

function sourceOf(thread: ReadingThread, recognition: OrderSource['recognition']): OrderSource {
  return {
    recognition,
    async *batches(onShare): AsyncGenerator<readonly UnderstoodRow[], void, void> {
      for (;;) {
        const message = await thread.next();
        if (message.kind === 'failed') throw new TableFault(message.failure);
        if (message.kind === 'opened') throw new Error('the reading thread began twice');
        if (message.share !== null) onShare(message.share);
        if (message.kind === 'end') return;
        yield message.rows;
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

  constructor(file: string, task: ReaderTask) {
    this.#worker = new Worker(file, { workerData: task });
    this.#worker.on('message', (message: ReaderMessage) => {
      this.#said.push(message);
      this.#wake?.();
    });
    this.#worker.once('error', (error: Error) => this.#fail(error));
    this.#worker.once('exit', () => this.#fail(new Error('the reading thread ended early')));
  }

  async next(): Promise<ReaderMessage> {
    for (;;) {
      const message = this.#said.shift();
      if (message !== undefined) return message;
      if (this.#error !== null) throw this.#error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
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
