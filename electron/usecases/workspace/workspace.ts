import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { ChangeTopic } from '../../../shared/contracts/session.ts';
import type { Actor } from '../../../shared/domain/operator.ts';
import { standOf } from '../../../shared/domain/printing/placedPrinter.ts';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import type { Failure, Outcome } from '../../../shared/errors/outcome.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import type { CarrierPlatform, PlatformPorts } from '../../carriers/kit/carrierPlatform.ts';
import type { Breaker } from '../../dispatch/breaker.ts';
import type { LaneWaits } from '../../dispatch/laneWaits.ts';
import type { NetworkMeter } from '../../dispatch/networkMeter.ts';
import type { LaneRules, Pacer } from '../../dispatch/pacer.ts';
import type { SkewMeter } from '../../dispatch/skewMeter.ts';
import type { LabelFonts } from '../../labels/painter/labelFont.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import { makeOwnerOnlyFolder } from '../../platform/ownerOnlyFiles.ts';
import type { HtmlRenderer } from '../../printers/kit/htmlRenderer.ts';
import type { PrinterTransport } from '../../printers/kit/printerTransport.ts';
import type { CallJournal } from '../../store/journal/openCallJournal.ts';
import type { Job } from '../../store/schema.ts';
import type { KeyHolder } from '../../store/server/benchKeys.ts';
import type { Repositories } from '../../store/store.ts';
import type { WorkspaceStore } from '../../store/workspaceStore.ts';
import type { InstalledProgram } from '../../updates/installed.ts';
import type { KeyChain } from '../../vault/keyChain.ts';
import type { KeyPurpose } from '../../vault/sealing.ts';
import type { SecretBox } from '../../vault/secretBox.ts';
import type { SealingKeys } from '../../vault/taggedKeys.ts';
import type { OpenOrderSource } from '../intake/reading/orderSource.ts';
import type { Lease } from '../workstations/lease.ts';
import type { Notices } from '../workstations/notices.ts';

/** An open workspace: what every use case works with. Built by the composition roots, replaced by doubles in tests. */
export interface Workspace {
  readonly folder: string;
  readonly workspaceId: string;
  readonly isPractice: boolean;
  /** This PC, among those with the same book. */
  readonly workstation: Workstation;
  /** While it holds, nobody takes over the jobs this workstation has claimed. */
  readonly lease: Lease;
  /** Files of its folder that others could read until this opening. */
  readonly tightened: readonly string[];
  /** Who acts: the name in ledger and records, and whose rights count. */
  readonly actor: Actor;
  readonly store: WorkspaceStore;
  readonly journal: CallJournal;
  readonly clock: Clock;
  readonly nextId: IdSource;
  /** 0..1; seeded in tests. */
  readonly chance: () => number;
  readonly secretBox: SecretBox;
  /** Seal the digests of PINs. */
  readonly pinKeys: SealingKeys;
  /** A key of its own for each purpose, derived from the workspace's key. */
  readonly keyFor: (purpose: KeyPurpose) => KeyObject;
  /** Gets this bench the keys of a shared book. Absent: the book is not shared. */
  readonly keyHolder?: KeyHolder;
  /** The slots that open this workspace. */
  readonly keyChain: KeyChain;
  readonly platforms: readonly CarrierPlatform[];
  readonly transports: readonly PrinterTransport[];
  readonly ports: PlatformPorts;
  readonly pacer: Pacer;
  readonly laneWaits: LaneWaits;
  readonly laneRules: LaneRules;
  readonly breaker: Breaker;
  readonly skewMeter: SkewMeter;
  readonly networkMeter: NetworkMeter;
  readonly divisions: Divisions;
  readonly fonts: LabelFonts;
  readonly openOrderSource: OpenOrderSource;
  /** Draws a carrier's own HTML label. Absent without windows: our label is printed instead. */
  readonly htmlRenderer?: HtmlRenderer;
  /** How this program is installed. Absent: it cannot be replaced by a newer version. */
  readonly program?: InstalledProgram;
  /** Called between two stretches of long work: lets others have a turn, and pages draw. */
  readonly giveWay: () => Promise<void>;
  /** Tells pages what to re-read. */
  readonly changed: (...topics: ChangeTopic[]) => void;
  /** What other workstations change. Absent: there are none. */
  readonly notices?: Notices;
  /** The book is away: what is done stays at this bench until it is back, and what needs the book waits. */
  readonly isApart?: true;
}

/** The same workspace with these parts in the place of its own. Not a copy: some parts are loaded only when they are first used. */
export function withParts<W extends Workspace>(workspace: W, parts: Partial<Workspace>): W {
  const own = Object.entries(parts).map(([name, value]) => [name, { value, enumerable: true }] as const);
  return Object.create(workspace, Object.fromEntries(own)) as W;
}

/** Acts where its data can be read now: at the book or, while that is away, on this bench's copies. */
export type Within = <T>(action: (at: Workspace) => Promise<T>) => Promise<T>;

/** Always at the book. */
export const atBook =
  (workspace: Workspace): Within =>
  (act) =>
    act(workspace);

/** The default folder for files made for a person; the only folder a page may show. */
export function resultsFolder({ folder }: Pick<Workspace, 'folder'>): string {
  const results = join(folder, 'results');
  makeOwnerOnlyFolder(results);
  return results;
}

/** Work for a queue, due at once unless said otherwise. */
export function waitingJob(
  { nextId, clock }: Pick<Workspace, 'nextId' | 'clock'>,
  work: Pick<Job, 'kind' | 'subjectId' | 'lane'> & Partial<Pick<Job, 'workstationId'>>,
  delayMs = 0,
): Job {
  const now = clock.now();
  return {
    id: nextId(),
    ...work,
    state: 'waiting',
    runAt: now + delayMs,
    attempts: 0,
    createdAt: now,
    // Work for a device belongs to the workstation it stands at.
    workstationId: work.workstationId ?? standOf(work.lane).workstationId,
    claimedBy: '',
    fence: 0,
  };
}

/** One transaction; then pages read the topics it changed again. */
export async function change<T>(
  { store, changed }: Pick<Workspace, 'store' | 'changed'>,
  topics: readonly ChangeTopic[],
  action: (write: Repositories) => Promise<T>,
): Promise<T> {
  const result = await store.write(action);
  changed(...topics);
  return result;
}

/** The same for an act that may be refused: a refusal takes back what the act has written so far, and no page reads again. */
export async function tryChange<T>(
  { store, changed }: Pick<Workspace, 'store' | 'changed'>,
  topics: readonly ChangeTopic[],
  action: (write: Repositories) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    const result = await store.write(async (write) => {
      const outcome = await action(write);
      if (!outcome.ok) throw new Refusal(outcome);
      return outcome;
    });
    changed(...topics);
    return result;
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
}

/** Thrown through a transaction so that it rolls back; it never leaves `tryChange`. */
class Refusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
