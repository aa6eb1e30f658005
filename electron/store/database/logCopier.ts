import { type MessagePort, Worker } from 'node:worker_threads';
import { logLimitPages, openDatabase, type SqliteDatabase } from './openDatabase.ts';

/** What the thread needs to open the database. */
export interface CopierTask {
  readonly path: string;
  readonly dataKey: Uint8Array;
  /** Everything else runs first. */
  readonly isBehind: boolean;
}

/** `end`: copies the rest, closes its connection and exits. */
type CopierRequest = 'copy' | 'end';

/** Entry of the thread, and whether a window is drawn beside it. */
export type CopierEntry = Pick<CopierTask, 'isBehind'> & { readonly file: string };

/** Rows stored before a thread is worth its start (40 ms, and 11 to 21 MB), and again before each copy. */
const rowsPerCopy = 10_000;

/**
 * 256 MB of log, at which the writer copies it itself. A log under constant writing is never restarted, however little is left to copy: at
 * 64 MB the writer waited for the disk twice in 100,000 orders.
 */
const limitBesideThread = 64_000;

/** SQLite does the work: JavaScript needs little memory. */
const maxYoungGenerationSizeMb = 1;

/** Called after each commit with its number of rows. */
export type OnStored = (rows: number) => void;

/**
 * While many rows are stored, a thread with its own connection copies the log into the database: otherwise a third of the time of their
 * commits. It copies only what is committed and on disk, and blocks no reader or writer. Without it, or if it dies, the writer copies as
 * usual.
 */
export class LogCopier {
  readonly #writer: SqliteDatabase;
  readonly #task: Omit<CopierTask, 'isBehind'>;
  readonly #entry: CopierEntry | undefined;
  #thread: CopierThread | null = null;
  /** A thread that ended unexpectedly is not started again. */
  #hasDied = false;
  /** How many operations need it stopped now. */
  #holds = 0;

  /** `entry` undefined: never uses a thread. */
  constructor(writer: SqliteDatabase, task: Omit<CopierTask, 'isBehind'>, entry: CopierEntry | undefined) {
    this.#writer = writer;
    this.#task = task;
    this.#entry = entry;
  }

  /**
   * The thread starts when enough is stored, and ends when `work` has ended, however it did. Its last copy is not awaited: the data is on
   * disk already. Until it has exited, the writer does not copy either.
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

  /** Ends a running thread and starts none meanwhile. */
  async without<T>(work: () => Promise<T>): Promise<T> {
    this.#holds++;
    try {
      await this.#end();
      return await work();
    } finally {
      this.#holds--;
    }
  }

  /** Starts no further thread. */
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
    // A disk or system error also reaches the writer, which reports it: here it only ends the thread.
    this.#worker.once('error', () => undefined);
    this.#gone = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        onGone(this.#isEnding);
        resolve();
      });
    });
  }

  /** A thread that is still copying is not asked for the next copy. */
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

/** The thread's side. `passive` waits for no reader or writer; what they hold is left for the next copy. */
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
