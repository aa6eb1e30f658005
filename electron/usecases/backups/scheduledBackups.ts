import { join } from 'node:path';
import { done, type Failure, failure, failureFrom, type Outcome } from '../../../shared/errors/outcome.ts';
import { confirmSurplus, surplusBackups } from '../../../shared/rules/backupLadder.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import { backupFolder, diskCause, isDiskTrouble } from '../../store/backup/backUpDatabase.ts';
import { backupExtension } from '../../store/backup/backupFile.ts';
import { type BackupOwner, clearLeftovers, scheduledAt, shortId } from '../../store/backup/backupPlaces.ts';
import type { EverySetting } from '../../store/workspace/settings.ts';
import { readKeyFile } from '../../vault/workspaceKey.ts';
import { readClockSkew } from '../booking/health.ts';
import { backUpWorkspace, fileStamp } from '../workspace/backup.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BackupKnowledge, type BackupPlan, readBackupPlan } from './plan.ts';

/** A bench that is never idle gets its backup all the same: it is made beside the work, not in its way. */
const patienceMs = 30 * minuteMs;

interface Work {
  /** A booking is being sent, a label handed over, an import running. */
  readonly isBusy: () => boolean;
  /** Counts the changes that pages heard of; the same number as before: nothing changed. */
  readonly revision: () => number;
}

/** Something that does not succeed: why, and when it is tried again. */
interface Trouble {
  readonly failure: Failure;
  readonly tries: number;
  readonly retryAt: number;
}

type Place = 'own' | 'second';
type BackupMemory = EverySetting['backupMemory'];

/** The backups a running workspace makes automatically: one look per minute. A failure is reported, tried again later and blocks nobody. */
export class ScheduledBackups {
  readonly #workspace: Workspace;
  readonly #work: Work;
  readonly #workspaceId: string;
  readonly #startedAt: number;
  readonly #troubles = new Map<Place, Trouble>();
  /** What was stored when the last backup was begun; null: whatever happened before this start. */
  #madeAtRevision: number | null = null;
  #dueSince: number | null = null;
  #running: Promise<void> | null = null;

  constructor(workspace: Workspace, work: Work) {
    this.#workspace = workspace;
    this.#work = work;
    this.#startedAt = workspace.clock.now();
    const keyFile = readKeyFile(workspace.folder);
    this.#workspaceId = keyFile?.ok === true ? keyFile.value.workspaceId : '';
    clearLeftovers(backupFolder(workspace.folder), this.#workspaceId, 'own');
  }

  get #owner(): BackupOwner {
    return { workspaceId: this.#workspaceId, key: this.#workspace.keyFor('backup header') };
  }

  get knowledge(): BackupKnowledge {
    const of = (place: Place) => this.#troubles.get(place)?.failure ?? null;
    return { failing: of('own'), secondFailing: of('second'), makingSince: this.#startedAt };
  }

  /** Never throws what a disk says: that is reported and tried again. One look at a time. */
  round(): Promise<void> {
    this.#running ??= this.#check().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Resolves when nothing is being made or copied. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #check(): Promise<void> {
    const plan = await readBackupPlan(this.#workspace);
    if (!plan.isScheduled) {
      this.#settle('own', done(null));
      this.#settle('second', done(null));
      return;
    }
    if (this.#mayTry('own') && (await this.#isDue())) await this.#try('own', () => this.#make());
    if (plan.second === null) this.#settle('second', done(null));
    else if (this.#mayTry('second')) await this.#try('second', () => this.#copyNewest(plan));
  }

  /** Somebody changed the plan, or plugged the drive in: what waits is tried at the next look. */
  tryAgain(): void {
    for (const [place, trouble] of this.#troubles) this.#troubles.set(place, { ...trouble, retryAt: 0 });
  }

  #mayTry(place: Place): boolean {
    const trouble = this.#troubles.get(place);
    if (trouble === undefined) return true;
    const now = this.#workspace.clock.now();
    // A clock that was set back must not make the pause longer than it is.
    return now >= trouble.retryAt || now < trouble.retryAt - longestPauseMs;
  }

  async #isDue(): Promise<boolean> {
    const { store, clock } = this.#workspace;
    const now = clock.now();
    const lastAt = await store.read.settings.get('lastBackupAt');
    const hasChanged = this.#madeAtRevision !== this.#work.revision();
    const ageMs = lastAt === null || lastAt > now ? Number.POSITIVE_INFINITY : now - lastAt;
    if (ageMs < (hasChanged ? hourMs : dayMs)) {
      this.#dueSince = null;
      return false;
    }
    this.#dueSince ??= now;
    return !this.#work.isBusy() || Math.abs(now - this.#dueSince) >= patienceMs;
  }

  async #make(): Promise<Outcome<null>> {
    const { folder, clock } = this.#workspace;
    const revision = this.#work.revision();
    const name = `auto-${shortId(this.#workspaceId)}-${fileStamp(clock.now())}${backupExtension}`;
    const made = await backUpWorkspace(this.#workspace, join(backupFolder(folder), name));
    if (!made.ok) return made;
    this.#madeAtRevision = revision;
    this.#dueSince = null;
    await this.#remember({ lastMade: name });
    await this.#thinOut('own', backupFolder(folder));
    this.#workspace.changed('backups');
    return done(null);
  }

  /** A drive that was away gets the newest: what it missed lies here. */
  async #copyNewest({ second }: BackupPlan): Promise<Outcome<null>> {
    if (second === null) return done(null);
    const { folder, store, clock } = this.#workspace;
    const lastBackupAt = await store.read.settings.get('lastBackupAt');
    const { copied: previous } = await store.read.settings.get('backupMemory');
    if (lastBackupAt === null || previous?.lastBackupAt === lastBackupAt) return done(null);
    const own = await store.backupWorks.list(backupFolder(folder), this.#owner);
    const proven = own.flatMap(({ name, header }) =>
      header?.workspaceId === this.#workspaceId
        ? [{ name, madeAt: scheduledAt(name, this.#workspaceId) ?? header.madeAt }]
        : [],
    );
    const [newest] = proven.sort((one, other) => other.madeAt - one.madeAt);
    if (newest === undefined) return done(null);
    const isOfSchedule = scheduledAt(newest.name, this.#workspaceId) !== null;
    const copyName = isOfSchedule
      ? newest.name
      : `auto-${shortId(this.#workspaceId)}-${fileStamp(newest.madeAt)}${backupExtension}`;
    const copied = await store.backupWorks.copy(join(backupFolder(folder), newest.name), copyName, {
      folder: second.folder,
      workspaceFolder: folder,
      workspaceId: this.#workspaceId,
    });
    if (!copied.ok) return copied;
    await this.#remember({ copied: { lastBackupAt, at: clock.now() } });
    await this.#thinOut('second', second.folder);
    this.#workspace.changed('backups', 'status');
    return done(null);
  }

  async #thinOut(place: Place, folder: string): Promise<void> {
    const { store, clock } = this.#workspace;
    // By a clock that platforms call wrong by days nothing is sorted out.
    const { skewMs } = await readClockSkew(this.#workspace);
    if (skewMs !== null && Math.abs(skewMs) > dayMs) return;
    const dated = (await store.backupWorks.list(folder, this.#owner)).flatMap(({ name, header }) => {
      const madeAt = scheduledAt(name, this.#workspaceId);
      return madeAt === null || header?.workspaceId !== this.#workspaceId ? [] : [{ name, madeAt }];
    });
    const { lastMade, looks } = await store.read.settings.get('backupMemory');
    const surplus = surplusBackups(dated, lastMade, clock.now());
    const { drop, look } = confirmSurplus(looks[place], surplus, clock.now());
    await this.#remember({ looks: { ...looks, [place]: look } });
    if (drop.length > 0) await store.backupWorks.drop(folder, drop, this.#owner);
  }

  async #remember(patch: Partial<BackupMemory>): Promise<void> {
    await this.#workspace.store.write(async (write) =>
      write.settings.put('backupMemory', { ...(await write.settings.get('backupMemory')), ...patch }),
    );
  }

  async #try(place: Place, action: () => Promise<Outcome<null>>): Promise<void> {
    try {
      this.#settle(place, await action());
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
      const notWritable = failure('BACKUP_NOT_WRITABLE', {
        file: backupFolder(this.#workspace.folder),
        ...diskCause(error),
      });
      this.#settle(place, failureFrom(error, notWritable));
    }
  }

  #settle(place: Place, outcome: Outcome<null>): void {
    if (outcome.ok) {
      if (this.#troubles.delete(place)) this.#workspace.changed('backups', 'status');
      return;
    }
    const tries = (this.#troubles.get(place)?.tries ?? 0) + 1;
    const retryAt = this.#workspace.clock.now() + pauseMs(tries);
    this.#troubles.set(place, { failure: outcome, tries, retryAt });
    this.#workspace.changed('backups', 'status');
  }
}

const longestPauseMs = hourMs;

/** 1, 2, 4 … minutes, an hour at most. */
function pauseMs(tries: number): number {
  return Math.min(2 ** (tries - 1) * minuteMs, longestPauseMs);
}
