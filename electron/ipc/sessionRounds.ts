import type { WatchView } from '../../shared/contracts/intake.ts';
import type { DutyName } from '../../shared/domain/workstation.ts';
import { ScheduledBackups } from '../usecases/backups/scheduledBackups.ts';
import { DeviceLines } from '../usecases/devices/deviceLines.ts';
import { deliverEvents, forgetOldEvents } from '../usecases/door/deliver.ts';
import { AlarmRound, type NoticeWords } from '../usecases/insight/alarms/alarmRound.ts';
import { keepFinishedWeeks } from '../usecases/insight/reviews.ts';
import { FolderWatch } from '../usecases/intake/watch/folderWatch.ts';
import type { Desk } from '../usecases/operators/desk.ts';
import { forgetOldPhotos } from '../usecases/packing/photos.ts';
import { type ProbedPrinter, probePrinter } from '../usecases/printing/printers/printerState.ts';
import { followSpooledJobs } from '../usecases/printing/readyToPrint.ts';
import { sweepDaily } from '../usecases/retention/sweep.ts';
import { pollingRoundMs } from '../usecases/tracking/pollingRound.ts';
import { PushRounds } from '../usecases/tracking/pushes/pushRounds.ts';
import { refreshTracking } from '../usecases/tracking/refreshTracking.ts';
import { workCases } from '../usecases/tracking/workCases.ts';
import { checkDaily } from '../usecases/updates/checkUpdates.ts';
import { AutoLock } from '../usecases/workspace/autoLock.ts';
import { readSettings } from '../usecases/workspace/settings.ts';
import type { Workers } from '../usecases/workspace/workers.ts';
import type { Within, Workspace } from '../usecases/workspace/workspace.ts';
import type { AwayBench } from '../usecases/workstations/away/awayBench.ts';
import { bringImports } from '../usecases/workstations/away/bringImports.ts';
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
const reviewRoundMs = 3_600_000;
const alarmRoundMs = 30_000;
const photoRoundMs = 3_600_000;
const webhookRoundMs = 1_000;
const eventRoundMs = 3_600_000;
const retentionRoundMs = 3_600_000;
const updateRoundMs = 3_600_000;
const waitingRoundMs = 2_000;

/** What the last look at the watched folder found. */
export type WatchKnowledge = Pick<WatchView, 'code' | 'waiting'>;

/** What was seen outside so far; a lock does not forget it. */
export class Surroundings {
  readonly printerStates = new Map<string, ProbedPrinter>();
  watched: WatchKnowledge = { code: '', waiting: 0 };
}

/** Work in hand that a lock or a backup waits for: an import. */
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
  /** null: the book lies here. */
  readonly away: AwayBench | null;
  readonly within: Within;
  readonly inHand: RunningWork;
  readonly surroundings: Surroundings;
  readonly changes: ChangeFeed;
  /** Who sits here may have changed, or their time be over. */
  readonly lookAtDesk: () => Promise<void>;
  readonly onNotice: (notice: NoticeWords) => void;
  readonly signOut: () => Promise<unknown>;
  readonly lock: () => Promise<void>;
  readonly onBug: (error: unknown) => void;
}

/** What an open workspace does again and again by itself, until it is locked. */
export class SessionRounds {
  readonly backups: ScheduledBackups;
  readonly autoLock: AutoLock;
  /** Guns and scale of this bench. */
  readonly devices: DeviceLines;
  /** What keeps this bench at work while the book of its server is away; null: the book lies here. */
  readonly away: AwayBench | null;
  readonly #workspace: Workspace;
  readonly #parts: RoundParts;
  readonly #watch: FolderWatch;
  readonly #alarms: AlarmRound;
  readonly #pushes: PushRounds;
  readonly #stop = new AbortController();
  #begun: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, parts: RoundParts) {
    const { workers, desk, inHand, changes, signOut, lock, within } = parts;
    const isBusy = () => !inHand.isNone || workers.booking.running() + workers.printing.running() > 0;
    this.#workspace = workspace;
    this.#parts = parts;
    this.away = parts.away;
    this.#watch = new FolderWatch(workspace);
    this.#pushes = new PushRounds(workspace);
    this.devices = new DeviceLines(workspace, within);
    this.backups = new ScheduledBackups(workspace, { isBusy, revision: () => changes.revision });
    this.#alarms = new AlarmRound(
      workspace,
      () => ({
        printerStates: parts.surroundings.printerStates,
        backups: this.backups.knowledge,
      }),
      parts.onNotice,
    );
    this.autoLock = new AutoLock(workspace, { desk, isBusy, signOut, lock, within });
  }

  /** Aborted: the workspace is being closed, by a person or because its lock is lost. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  start(): void {
    const { inHand, lookAtDesk, onBug } = this.#parts;
    void this.devices.start(this.signal).catch((error: unknown) => {
      if (!this.signal.aborted && !isWaitedFor(error)) onBug(error);
    });
    this.#repeat(pushRoundMs, () => this.#onDuty('pushes', () => this.#pushes.round(this.signal)));
    this.#repeat(pollingRoundMs, () =>
      this.#onDuty('tracking', () => refreshTracking(this.#workspace, { due: 'spread' })),
    );
    this.#repeat(caseRoundMs, () => this.#onDuty('cases', () => workCases(this.#workspace, this.signal)));
    this.#repeat(deskRoundMs, async () => {
      await lookAtDesk();
      if (!this.signal.aborted) await this.autoLock.round();
    });
    this.#repeat(watchRoundMs, () => inHand.during(() => this.#lookAtFolder()));
    this.#repeat(alarmRoundMs, () => this.#alarms.round());
    this.#repeat(reviewRoundMs, () => this.#onDuty('reviews', () => keepFinishedWeeks(this.#workspace)));
    this.#repeat(updateRoundMs, () => checkDaily(this.#workspace));
    this.#repeat(photoRoundMs, () => forgetOldPhotos(this.#workspace));
    this.#repeat(webhookRoundMs, () =>
      this.#onDuty('webhooks', () => deliverEvents(this.#workspace, this.signal)),
    );
    this.#repeat(eventRoundMs, () => this.#onDuty('events', () => forgetOldEvents(this.#workspace)));
    this.#repeat(retentionRoundMs, () =>
      this.#onDuty('retention', () => inHand.during(() => sweepDaily(this.#workspace, this.signal))),
    );
    this.#repeat(backupRoundMs, () => this.backups.round());
    waitingFilesOf(this.#workspace).clear();
    this.#repeat(waitingRoundMs, () => this.#bringImports());
    this.#repeat(printerRoundMs, () => this.#probePrinters());
    this.away?.start(this.signal);
    void this.#followChanges();
  }

  async #followChanges(): Promise<void> {
    for await (const { topics } of this.#parts.changes.subscribe(this.signal)) this.away?.stale(topics);
  }

  stop(): void {
    this.#stop.abort();
  }

  #onDuty(name: DutyName, round: () => Promise<unknown>): Promise<unknown> {
    return onDuty(this.#workspace, name, round);
  }

  #repeat(intervalMs: number, round: () => Promise<unknown>): void {
    const go = async () => {
      await this.#turnToBegin();
      while (!this.signal.aborted) {
        // A round under way finds its database closed when the workspace is locked meanwhile.
        // A server that is away is asked again in the next one.
        await round().catch((error: unknown) => {
          if (!this.signal.aborted && !isWaitedFor(error)) this.#parts.onBug(error);
        });
        await this.#workspace.clock.sleep(intervalMs, this.signal);
      }
    };
    void go();
  }

  /** One begins after the other, so that a page that has just been opened is answered between two of them and not behind all. */
  #turnToBegin(): Promise<void> {
    this.#begun = this.#begun.then(() => this.#workspace.giveWay());
    return this.#begun;
  }

  #wake(): void {
    this.#parts.workers.booking.wake();
    this.#parts.workers.printing.wake();
  }

  /** Off unless a folder is set; what it takes in wakes the workers when it was told to ship. */
  async #lookAtFolder(): Promise<void> {
    const { surroundings, changes } = this.#parts;
    const setting = (await readSettings(this.#workspace)).watch;
    if (setting === null) return;
    const round = await this.#watch.round(setting, this.signal);
    const code = round.ok ? '' : round.code;
    const isNews = code !== surroundings.watched.code || (round.ok && round.value.taken.length > 0);
    const waiting = round.ok ? round.value.waiting : 0;
    surroundings.watched = { code, waiting };
    if (!isNews) return;
    this.#wake();
    changes.publish('imports', 'orders', 'status');
  }

  /** What was imported while the server of the book was away. */
  async #bringImports(): Promise<void> {
    if (this.away?.isAway === true) return;
    await this.#parts.inHand.during(() => bringImports(this.#workspace, this.signal));
  }

  async #probePrinters(): Promise<void> {
    const { store, clock } = this.#workspace;
    const { printerStates } = this.#parts.surroundings;
    let isChanged = false;
    for (const { uri } of await store.read.printers.all()) {
      const probed = await probePrinter(this.#workspace, uri);
      isChanged ||= printerStates.get(uri)?.state !== probed.state;
      printerStates.set(uri, probed);
      // Paper is in again: what waited for it goes on.
      if (probed.state === 'ready')
        await store.write((write) => write.jobs.hastenLane(uri, 'print', clock.now()));
    }
    await followSpooledJobs(this.#workspace);
    if (!isChanged) return;
    this.#wake();
    this.#parts.changes.publish('status', 'settings', 'printJobs');
  }
}
