import type { Failure, Outcome } from '../../shared/errors/outcome.ts';
import type { CopiedBook } from '../store/moving/copyBook.ts';
import type { OpenedWorkspace } from '../usecases/workspace/open.ts';
import type { MoveTarget } from '../usecases/workstations/moveOpen.ts';
import type { SessionOptions } from './sessionOptions.ts';

/** How often a page gets the progress. */
const toldEveryMs = 250;

interface MovePlace {
  /** The target: `host/database`; empty: this PC. */
  readonly place: string;
}

export interface MoveWhere extends MovePlace {
  readonly target: MoveTarget;
}

export interface MoveProgress extends MovePlace {
  /** Rows copied and rows compared, together; 0 of 0: it has just begun. */
  readonly rows: number;
  readonly total: number;
  readonly isStopping: boolean;
}

interface LastMove extends MovePlace {
  /** null: nothing was moved. */
  readonly copied: CopiedBook | null;
  /** Why nothing was moved; null: it was. */
  readonly failure: Failure | null;
}

/** A move of the window's book to another place, and the result of the last one until a person has seen it. */
export class BookMove {
  readonly #options: SessionOptions;
  #underWay: MoveProgress | null = null;
  #stopping = new AbortController();
  #gone: Promise<void> = Promise.resolve();
  #toldAt = 0;
  last: LastMove | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** null: no move has left the book elsewhere. */
  get underWay(): MoveProgress | null {
    return this.#underWay;
  }

  /** `goOn`: called with the workspace as it opens afterwards. */
  begin(
    opened: OpenedWorkspace,
    { target, place }: MoveWhere,
    goOn: (opened: Outcome<OpenedWorkspace>) => Promise<void>,
  ): void {
    this.#underWay = { place, rows: 0, total: 0, isStopping: false };
    this.#stopping = new AbortController();
    this.last = null;
    this.#gone = this.#go(opened, target, goOn).finally(() => {
      this.#underWay = null;
      // The notice at opening is about a move that has not ended.
      this.#options.changes.publish('session');
    });
    this.#gone.catch(this.#options.onBug);
  }

  async #go(
    opened: OpenedWorkspace,
    target: MoveTarget,
    goOn: (opened: Outcome<OpenedWorkspace>) => Promise<void>,
  ): Promise<void> {
    // Loaded on use: most windows never need it.
    const { moveOpen } = await import('../usecases/workstations/moveOpen.ts');
    const { folder, keyStore, parts } = this.#options;
    const request = {
      folder,
      keyStore,
      passphrase: '',
      isPracticeWanted: false,
      whenMissing: 'refuse',
    } as const;
    const onCopied = (rows: number, total: number): void => this.#tell({ rows, total });
    const { signal: stopping } = this.#stopping;
    const ended = await moveOpen(opened, target, { request, parts, onCopied, stopping });
    const { moved } = ended;
    const place = this.#underWay?.place ?? '';
    this.last = moved.ok
      ? { place, copied: moved.value, failure: null }
      : { place, copied: null, failure: moved };
    await goOn(ended.opened);
  }

  #tell(now: Partial<MoveProgress>): void {
    if (this.#underWay === null) return;
    this.#underWay = { ...this.#underWay, ...now };
    const at = this.#options.parts.clock.now();
    if (Math.abs(at - this.#toldAt) < toldEveryMs && now.isStopping === undefined) return;
    this.#toldAt = at;
    this.#options.changes.publish('session');
  }

  /** Resolves when the workspace is open again, at its book's new place. */
  async stop(): Promise<void> {
    if (this.#underWay === null) return;
    this.#tell({ isStopping: true });
    this.#stopping.abort();
    await this.#gone.catch(() => undefined);
  }
}
