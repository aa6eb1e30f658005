import { setMaxListeners } from 'node:events';
import type { WatchView } from '../../shared/contracts/intake.ts';
import type { DutyName } from '../../shared/domain/workstation.ts';
import { hourMs } from '../../shared/rules/shopTime.ts';
import { ScheduledBackups } from '../usecases/backups/scheduledBackups.ts';
import { DeviceLines } from '../usecases/devices/deviceLines.ts';
import type { NoticeWords } from '../usecases/insight/alarms/alarmRound.ts';
import type { FolderWatch } from '../usecases/intake/watch/folderWatch.ts';
import type { Desk } from '../usecases/operators/desk.ts';
import type { ProbedPrinter, probePrinter } from '../usecases/printing/printers/printerState.ts';
import { pollingRoundMs } from '../usecases/tracking/pollingRound.ts';
import { AutoLock } from '../usecases/workspace/autoLock.ts';
import { readSettings } from '../usecases/workspace/settings.ts';
import type { Workers } from '../usecases/workspace/workers.ts';
import type { Within, Workspace } from '../usecases/workspace/workspace.ts';
import type { AwayBench } from '../usecases/workstations/away/awayBench.ts';
import { waitingFilesOf } from '../usecases/workstations/away/keepImport.ts';
import { onDuty } from '../usecases/workstations/duty.ts';
import { isWaitedFor } from '../usecases/workstations/serverAway.ts';
import type { ChangeFeed } from './changeFeed.ts';

const printerRoundMs = 15_000;
const watchRoundMs = 3_000;
const pushRoundMs = 1_000;
const deskRoundMs = 5_000;
const caseRoundMs = 15_000;
const backupRoundMs = 60_000;
const reviewRoundMs = hourMs;
const alarmRoundMs = 30_000;
const photoRoundMs = hourMs;
const webhookRoundMs = 1_000;
const eventRoundMs = hourMs;
const retentionRoundMs = hourMs;
const updateRoundMs = hourMs;
const waitingRoundMs = 2_000;
const dayRoundMs = 60_000;

/** The result of the last check of the watched folder. */
export type WatchKnowledge = Pick<WatchView, 'code' | 'waiting'>;

/** What is known of printers and folders so far; kept when the workspace is locked. */
export class DeviceMemory {
  readonly printerStates = new Map<string, ProbedPrinter>();
  watched: WatchKnowledge = { code: '', waiting: 0 };
}

/** Counts work that a lock or a backup waits for, such as an import. */
export class RunningWork {
  #count = 0;

  get isNone(): boolean {
    return this.#count === 0;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
    }
  }
}

export interface RoundParts {
  readonly desk: Desk;
  readonly workers: Workers;
  /** null: the book is here. */
  readonly away: AwayBench | null;
  readonly within: Within;
  readonly inHand: RunningWork;
  readonly deviceMemory: DeviceMemory;
  readonly changes: ChangeFeed;
  readonly untilServed: () => Promise<void>;
  /** The person here may have changed, or their time may be over. */
  readonly lookAtDesk: () => Promise<void>;
  readonly onNotice: (notice: NoticeWords) => void;
  readonly signOut: () => Promise<unknown>;
  readonly lock: () => Promise<void>;
  readonly onBug: (error: unknown) => void;
}

type Round = () => Promise<unknown>;

/** The recurring work of an open workspace, until it is locked. */
export class SessionRounds {
  readonly backups: ScheduledBackups;
  readonly autoLock: AutoLock;
  /** Guns and scale of this bench. */
  readonly devices: DeviceLines;
  /** Keeps this bench working while its server is away; null: the book is here. */
  readonly away: AwayBench | null;
  readonly #workspace: Workspace;
  readonly #parts: RoundParts;
  readonly #stop = new AbortController();
  #begun: Promise<void> | null = null;

  constructor(workspace: Workspace, parts: RoundParts) {
    const { workers, desk, inHand, changes, signOut, lock, within } = parts;
    const isBusy = () => !inHand.isNone || workers.booking.running() + workers.printing.running() > 0;
    this.#workspace = workspace;
    this.#parts = parts;
    this.away = parts.away;
    this.devices = new DeviceLines(workspace, within);
    this.backups = new ScheduledBackups(workspace, { isBusy, revision: () => changes.revision });
    this.autoLock = new AutoLock(workspace, { desk, isBusy, signOut, lock, within });
    // Each round adds a listener while it sleeps; Node warns of a leak from the eleventh.
    setMaxListeners(0, this.#stop.signal);
  }

  /** Aborts when the workspace is being closed, by a person or because its lock is lost. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  start(): void {
    const { inHand, lookAtDesk, onBug, onNotice, deviceMemory } = this.#parts;
    void this.devices.start(this.signal).catch((error: unknown) => {
      if (!this.signal.aborted && !isWaitedFor(error)) onBug(error);
    });
    this.#repeat(deskRoundMs, async () => async () => {
      await lookAtDesk();
      if (!this.signal.aborted) await this.autoLock.round();
    });
    this.#repeatDuties();
    this.#repeat(watchRoundMs, async () => {
      const { FolderWatch } = await import('../usecases/intake/watch/folderWatch.ts');
      const watch = new FolderWatch(this.#workspace);
      return () => inHand.during(() => this.#lookAtFolder(watch));
    });
    this.#repeat(alarmRoundMs, async () => {
      const { AlarmRound } = await import('../usecases/insight/alarms/alarmRound.ts');
      const { printerStates } = deviceMemory;
      const known = () => ({ printerStates, backups: this.backups.knowledge });
      const { WakingRounds } = await import('../usecases/insight/alarms/wakingRounds.ts');
      const begin = () => new AlarmRound(this.#workspace, known, onNotice);
      const alarms = new WakingRounds(this.#workspace.clock, begin);
      return () => alarms.round();
    });
    this.#repeat(updateRoundMs, async () => {
      const { checkDaily } = await import('../usecases/updates/checkUpdates.ts');
      return () => checkDaily(this.#workspace);
    });
    this.#repeat(photoRoundMs, async () => {
      const { forgetOldPhotos } = await import('../usecases/packing/photos.ts');
      return () => forgetOldPhotos(this.#workspace);
    });
    this.#repeat(backupRoundMs, async () => () => this.backups.round());
    waitingFilesOf(this.#workspace).clear();
    this.#repeat(waitingRoundMs, async () => {
      const { bringImports } = await import('../usecases/workstations/away/bringImports.ts');
      return () => this.#unlessAway(() => inHand.during(() => bringImports(this.#workspace, this.signal)));
    });
    this.#repeat(dayRoundMs, async () => {
      const { endWaits } = await import('../usecases/orders/endWaits.ts');
      return () => this.#unlessAway(() => endWaits(this.#workspace));
    });
    this.#repeat(printerRoundMs, async () => {
      const { probePrinter } = await import('../usecases/printing/printers/printerState.ts');
      const { followSpooledJobs } = await import('../usecases/printing/readyToPrint.ts');
      return async () => {
        const isChanged = await this.#probePrinters(probePrinter);
        await followSpooledJobs(this.#workspace);
        if (isChanged) this.#tellOfPrinters();
      };
    });
    this.away?.start(this.signal);
    void this.#followChanges();
  }

  /** Rounds that one bench runs for the whole book. */
  #repeatDuties(): void {
    const { inHand } = this.#parts;
    const workspace = this.#workspace;
    this.#repeatOnDuty('pushes', pushRoundMs, async () => {
      const { PushRounds } = await import('../usecases/tracking/pushes/pushRounds.ts');
      const pushes = new PushRounds(workspace);
      return () => pushes.round(this.signal);
    });
    this.#repeatOnDuty('tracking', pollingRoundMs, async () => {
      const { refreshTracking } = await import('../usecases/tracking/refreshTracking.ts');
      return () => refreshTracking(workspace, { due: 'spread' });
    });
    this.#repeatOnDuty('cases', caseRoundMs, async () => {
      const { workCases } = await import('../usecases/tracking/workCases.ts');
      return () => workCases(workspace, this.signal);
    });
    this.#repeatOnDuty('reviews', reviewRoundMs, async () => {
      const { keepFinishedWeeks } = await import('../usecases/insight/reviews.ts');
      return () => keepFinishedWeeks(workspace);
    });
    this.#repeatOnDuty('webhooks', webhookRoundMs, async () => {
      const { deliverEvents } = await import('../usecases/door/deliver.ts');
      return () => deliverEvents(workspace, this.signal);
    });
    this.#repeatOnDuty('events', eventRoundMs, async () => {
      const { forgetOldEvents } = await import('../usecases/door/deliver.ts');
      return () => forgetOldEvents(workspace);
    });
    this.#repeatOnDuty('retention', retentionRoundMs, async () => {
      const { sweepDaily } = await import('../usecases/retention/sweep.ts');
      return () => inHand.during(() => sweepDaily(workspace, this.signal));
    });
  }

  async #followChanges(): Promise<void> {
    for await (const { topics } of this.#parts.changes.subscribe(this.signal)) this.away?.stale(topics);
  }

  stop(): void {
    this.#stop.abort();
  }

  #repeatOnDuty(name: DutyName, intervalMs: number, begin: () => Promise<Round>): void {
    this.#repeat(intervalMs, async () => {
      const round = await begin();
      return () => onDuty(this.#workspace, name, round);
    });
  }

  /** `begin` loads the round's code, which the start does not wait for. */
  #repeat(intervalMs: number, begin: () => Promise<Round>): void {
    const go = async () => {
      await this.#turnToBegin();
      const round = await begin();
      while (!this.signal.aborted) {
        // Locking meanwhile closes the database under a round; a server that is away is tried again in the next round.
        await round().catch((error: unknown) => {
          if (!this.signal.aborted && !isWaitedFor(error)) this.#parts.onBug(error);
        });
        await this.#workspace.clock.sleep(intervalMs, this.signal);
      }
    };
    void go();
  }

  /** Starts the rounds one by one, once the page has its first answers, so that the page is answered in between. */
  #turnToBegin(): Promise<void> {
    this.#begun ??= this.#parts.untilServed();
    this.#begun = this.#begun.then(() => this.#workspace.giveWay());
    return this.#begun;
  }

  #wake(): void {
    this.#parts.workers.booking.wake();
    this.#parts.workers.printing.wake();
  }

  /** The watched folder, if one is set; wakes the workers when its files are to be shipped. */
  async #lookAtFolder(watch: FolderWatch): Promise<void> {
    const { deviceMemory, changes } = this.#parts;
    const setting = (await readSettings(this.#workspace)).watch;
    if (setting === null) return;
    const round = await watch.round(setting, this.signal);
    const code = round.ok ? '' : round.code;
    const isNews = code !== deviceMemory.watched.code || (round.ok && round.value.taken.length > 0);
    const waiting = round.ok ? round.value.waiting : 0;
    deviceMemory.watched = { code, waiting };
    if (!isNews) return;
    this.#wake();
    changes.publish('imports', 'orders', 'status');
  }

  async #unlessAway(work: () => Promise<unknown>): Promise<void> {
    if (this.away?.isAway !== true) await work();
  }

  /** true: a printer's state has changed. */
  async #probePrinters(probe: typeof probePrinter): Promise<boolean> {
    const { store, clock } = this.#workspace;
    const { printerStates } = this.#parts.deviceMemory;
    let isChanged = false;
    for (const { uri } of await store.read.printers.all()) {
      const probed = await probe(this.#workspace, uri);
      isChanged ||= printerStates.get(uri)?.state !== probed.state;
      printerStates.set(uri, probed);
      // There is paper again: labels that waited for it are printed.
      if (probed.state === 'ready')
        await store.write((write) => write.jobs.hastenLane(uri, 'print', clock.now()));
    }
    return isChanged;
  }

  #tellOfPrinters(): void {
    this.#wake();
    this.#parts.changes.publish('status', 'settings', 'printJobs');
  }
}
