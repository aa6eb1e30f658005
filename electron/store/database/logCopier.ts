import { type MessagePort, Worker } from 'node:worker_threads';
import { logLimitPages, openDatabase, type SqliteDatabase } from './openDatabase.ts';

/** What the thread needs to open the database. */
export interface CopierTask {
  readonly path: string;
  readonly dataKey: Uint8Array;
  /** Everything else that runs comes before it. */
  readonly isBehind: boolean;
}

/** `end`: copies what is left, closes its connection and is gone. */
type CopierRequest = 'copy' | 'end';

/** Entry of the thread, and whether a window is drawn beside it. */
export type CopierEntry = Pick<CopierTask, 'isBehind'> & { readonly file: string };

/** So many are stored before a thread is worth its start (40 ms, and 11 to 21 MB), and again before each of its copies. */
const rowsPerCopy = 10_000;

/**
 * 256 MB of log, at which the writer copies it itself. A log that is written to all the while is never started over, however little of it is
 * left to copy: at 64 MB the writer stood still for the disk twice in 100,000 orders.
 */
const limitBesideThread = 64_000;

/** SQLite does the work: what JavaScript holds for a moment is little. */
const maxYoungGenerationSizeMb = 1;

/** Told after each commit how many rows are stored by it. */
export type OnStored = (rows: number) => void;

/**
 * Lets a thread with a connection of its own copy the log into the file while many rows are stored: a third of what their commits take else.
 * It copies only what is committed and on disk, and holds up no reader or writer. Where it cannot be had, or dies, the writer copies as it
 * always does.
 */
export class LogCopier {
  readonly #writer: SqliteDatabase;
  readonly #task: Omit<CopierTask, 'isBehind'>;
  readonly #entry: CopierEntry | undefined;
  #thread: CopierThread | null = null;
  /** One that ended unasked is not begun again. */
  #hasDied = false;
  /** How much goes on that needs it gone. */
  #holds = 0;

  /** `entry` undefined: there is never a thread. */
  constructor(writer: SqliteDatabase, task: Omit<CopierTask, 'isBehind'>, entry: CopierEntry | undefined) {
    this.#writer = writer;
    this.#task = task;
    this.#entry = entry;
  }

  /**
   * The thread begins when enough is stored, and ends when this has ended, however that was. Nobody waits for what it copies last: that is on
   * disk already. Until it is gone the writer copies nothing of it either.
   */
  async beside<T>(work: (onStored: OnStored) => Promise<T>): Promise<T> {
    let rowsLeft = rowsPerCopy;
    try {
      return await work((rows) => {
        rowsLeft -= rows;
        if (rowsLeft > 0) return;
        rowsLeft = rowsPerCopy;
        this.#copy();
      });
    } finally {
      void this.#end();
    }
  }

  /** Ends a thread that is there, and lets none begin meanwhile. */
  async without<T>(work: () => Promise<T>): Promise<T> {
    this.#holds++;
    try {
      await this.#end();
      return await work();
    } finally {
      this.#holds--;
    }
  }

  /** No thread begins any more. */
  async close(): Promise<void> {
    this.#holds++;
    await this.#end();
  }

  #copy(): void {
    if (this.#entry === undefined || this.#hasDied || this.#holds > 0) return;
    this.#thread ??= this.#start(this.#entry);
    this.#thread.copy();
  }

  #start({ file, isBehind }: CopierEntry): CopierThread {
    this.#limitLog(limitBesideThread);
    return new CopierThread(file, { ...this.#task, isBehind }, (wasAsked) => {
      this.#thread = null;
      this.#hasDied ||= !wasAsked;
      this.#limitLog(logLimitPages);
    });
  }

  async #end(): Promise<void> {
    await this.#thread?.end();
  }

  #limitLog(pages: number): void {
    this.#writer.pragma(`wal_autocheckpoint=${pages}`);
  }
}

class CopierThread {
  readonly #worker: Worker;
  readonly #gone: Promise<void>;
  #isCopying = false;
  #isEnding = false;

  constructor(file: string, workerData: CopierTask, onGone: (wasAsked: boolean) => void) {
    this.#worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb } });
    this.#worker.on('message', () => {
      this.#isCopying = false;
    });
    // What the disk or the system refuses it, the writer meets and tells: here it is as good as an end.
    this.#worker.once('error', () => undefined);
    this.#gone = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        onGone(this.#isEnding);
        resolve();
      });
    });
  }

  /** One that is still at a copy is not asked for the next. */
  copy(): void {
    if (this.#isCopying || this.#isEnding) return;
    this.#isCopying = true;
    this.#ask('copy');
  }

  end(): Promise<void> {
    if (!this.#isEnding) this.#ask('end');
    this.#isEnding = true;
    return this.#gone;
  }

  #ask(request: CopierRequest): void {
    this.#worker.postMessage(request);
  }
}

/** The side of the thread. `passive` waits for nobody; what is read or written meanwhile is left for the next copy. */
export function serveLogCopier(port: MessagePort, { path, dataKey }: CopierTask): void {
  const opened = openDatabase(path, dataKey, 'reader');
  if (!opened.ok) throw new Error(opened.code);
  const database = opened.value;
  port.on('message', (request: CopierRequest) => {
    database.pragma('wal_checkpoint(passive)');
    if (request === 'copy') return port.postMessage('copied');
    database.close();
    port.close();
  });
}
