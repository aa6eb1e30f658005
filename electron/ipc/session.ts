import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { PrinterState } from '../printers/kit/printerTransport.ts';
import { openPrinter } from '../usecases/openPrinter.ts';
import { type OpenedWorkspace, openWorkspace, type WorkspaceParts } from '../usecases/openWorkspace.ts';
import type { NetworkKnowledge } from '../usecases/readStatus.ts';
import { refreshTracking } from '../usecases/refreshTracking.ts';
import { startWorkers, type Workers } from '../usecases/startWorkers.ts';
import type { Workspace } from '../usecases/workspace.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import { readKeyFile } from '../vault/workspaceKey.ts';
import type { ChangeFeed } from './changeFeed.ts';

export interface SessionOptions {
  readonly folder: string;
  readonly keyStore: KeyStorePort;
  readonly parts: WorkspaceParts;
  readonly changes: ChangeFeed;
  readonly version: string;
  readonly onBug: (error: unknown) => void;
}

interface OpenSession {
  readonly opened: OpenedWorkspace;
  readonly workers: Workers;
  readonly rounds: AbortController;
}

const trackingRoundMs = 5 * 60_000;
const printerRoundMs = 15_000;

/** The window's side of a workspace: closed, locked or open with its workers running. One for each core process. */
export class Session {
  readonly #options: SessionOptions;
  #open: OpenSession | null = null;
  #network: NetworkKnowledge = { state: 'unknown', since: null };
  readonly #printerStates = new Map<string, PrinterState>();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get version(): string {
    return this.#options.version;
  }

  get hasKeyStore(): boolean {
    return this.#options.keyStore.isAvailable();
  }

  get changes(): ChangeFeed {
    return this.#options.changes;
  }

  get knowledge(): {
    readonly network: NetworkKnowledge;
    readonly printerStates: ReadonlyMap<string, PrinterState>;
  } {
    return { network: this.#network, printerStates: this.#printerStates };
  }

  state(): 'new' | 'locked' | 'open' {
    if (this.#open !== null) return 'open';
    return readKeyFile(this.#options.folder) === null ? 'new' : 'locked';
  }

  workspace(): Outcome<Workspace> {
    return this.#open === null ? failure('WORKSPACE_LOCKED') : done(this.#open.opened.workspace);
  }

  /** Looks for work at once: something was put into a queue. */
  wake(): void {
    this.#open?.workers.booking.wake();
    this.#open?.workers.printing.wake();
  }

  async open(request: {
    readonly passphrase: string;
    readonly isPracticeWanted: boolean;
    readonly whenMissing: 'create' | 'refuse';
  }): Promise<Failure | null> {
    if (this.#open !== null) return null;
    const { folder, keyStore, parts } = this.#options;
    const opened = await openWorkspace({ folder, keyStore, ...request }, parts);
    if (!opened.ok) return opened;
    const { workspace } = opened.value;
    const workers = await startWorkers(workspace, {
      onBooking: ({ kind }) => this.#learnNetwork(kind === 'wait' ? 'down' : 'ok', workspace),
      onBug: this.#options.onBug,
    });
    const rounds = new AbortController();
    this.#open = { opened: opened.value, workers, rounds };
    void this.#repeat(trackingRoundMs, rounds.signal, () => refreshTracking(workspace, { due: true }));
    void this.#repeat(printerRoundMs, rounds.signal, () => this.#probePrinters(workspace));
    this.changes.publish('session', 'status', 'orders');
    return null;
  }

  /** Parks the work and closes the database; the key leaves memory with it. */
  async close(): Promise<void> {
    if (this.#open === null) return;
    const { opened, workers, rounds } = this.#open;
    rounds.abort();
    await workers.stop();
    this.#open = null;
    await opened.close();
    this.changes.publish('session', 'status');
  }

  async #repeat(intervalMs: number, signal: AbortSignal, round: () => Promise<unknown>): Promise<void> {
    while (!signal.aborted) {
      await round().catch(this.#options.onBug);
      await this.#options.parts.clock.sleep(intervalMs, signal);
    }
  }

  async #probePrinters(workspace: Workspace): Promise<void> {
    let isChanged = false;
    for (const { uri } of await workspace.store.read.printers.all()) {
      const printer = openPrinter(workspace, uri);
      const state = printer.ok ? await printer.value.transport.probe(printer.value.target) : 'error';
      isChanged ||= this.#printerStates.get(uri) !== state;
      this.#printerStates.set(uri, state);
    }
    if (isChanged) this.changes.publish('status', 'settings');
  }

  #learnNetwork(state: 'ok' | 'down', workspace: Workspace): void {
    if (this.#network.state === state) return;
    this.#network = { state, since: workspace.clock.now() };
    this.changes.publish('status');
  }
}
