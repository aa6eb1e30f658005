import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import {
  type RetentionReason,
  retentionDays,
  retentionReasons,
} from '../../../shared/domain/retention/retention.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs, shopDate } from '../../../shared/rules/shopTime.ts';
import { oldFiles } from '../../store/retention/oldFiles.ts';
import type { RetentionLimits } from '../../store/retention/retentionReads.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** A parcel without news for this long has arrived or never will. */
export const silentDays = 180;

/** How long personal data is kept: null for ever; `isChosen` false: not chosen yet, so nothing is erased automatically. */
interface Retention {
  readonly days: number | null;
  readonly isChosen: boolean;
}

export async function readRetention({ store }: Pick<Workspace, 'store'>): Promise<Retention> {
  const chosen = await store.read.settings.get('retention');
  return chosen === null
    ? { days: retentionDays.usual, isChosen: false }
    : { days: chosen.days, isChosen: true };
}

/** Sets how long finished orders keep their personal data; null: for ever. From then on the running workspace sweeps daily. */
export async function setRetention(workspace: Workspace, days: number | null): Promise<Outcome<Retention>> {
  const { least, most } = retentionDays;
  const isFit = days === null || (Number.isInteger(days) && days >= least && days <= most);
  if (!isFit) return failure('RETENTION_DAYS_INVALID', { least, most });
  await change(workspace, ['settings'], async (write) => {
    await write.settings.put('retention', { days });
    await recordAct(workspace, write, { kind: 'retention-set', what: days === null ? 'never' : `${days}` });
  });
  return done(await readRetention(workspace));
}

/** The time that a sweep uses. */
export interface BelievedTime {
  readonly now: number;
  /** false: the clock is ahead of what records prove, so an earlier time is used. */
  readonly isProven: boolean;
}

/**
 * A clock that jumped ahead would make everything old. So the latest time proven by records is used; a book too young to prove any uses
 * the time it began, when nothing is old. A time given by a person is believed.
 */
export async function believedTime(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  givenNow?: number,
): Promise<BelievedTime> {
  if (givenNow !== undefined) return { now: givenNow, isProven: true };
  const now = clock.now();
  const proven = (await store.read.retention.provenAt()) ?? (await store.read.retention.firstOrderAt());
  return proven === null || now - proven <= trustedMs
    ? { now, isProven: true }
    : { now: proven, isProven: false };
}

/** A weekend without work is no clock jump. */
const trustedMs = 4 * dayMs;

/** null: personal data is kept for ever. */
export function limitsOf({ days }: Pick<Retention, 'days'>, now: number): RetentionLimits | null {
  if (days === null) return null;
  return {
    endedBefore: now - days * dayMs,
    silentBefore: now - Math.max(days, silentDays) * dayMs,
  };
}

interface Waiting {
  readonly reason: RetentionReason;
  readonly orders: number;
}

export interface RetentionView extends Retention, BelievedTime {
  /** Orders that would lose their personal data now. */
  readonly due: number;
  /** Result files and drawn labels that would be removed. */
  readonly fileCount: number;
  /** Why others keep theirs. */
  readonly waiting: readonly Waiting[];
}

interface RetentionQuestion {
  /** The time given by a person. */
  readonly now?: number | undefined;
  /** A setting to preview; absent: the present one. */
  readonly days?: number | null | undefined;
}

/** The present setting, and what a sweep would do now. */
export async function showRetention(
  workspace: Workspace,
  { now: givenNow, days }: RetentionQuestion = {},
): Promise<RetentionView> {
  const retention = await readRetention(workspace);
  const time = await believedTime(workspace, givenNow);
  const limits = limitsOf(days === undefined ? retention : { days }, time.now);
  return {
    ...retention,
    ...time,
    fileCount: limits === null ? 0 : oldFiles(workspace.folder, limits.endedBefore).length,
    ...(await countReasons(workspace, limits)),
  };
}

/** Orders checked before other work has its turn: a million orders take seconds. */
const ordersLooked = 5_000;

/** How many orders are due, and how many wait for what. */
export async function countReasons(
  { store }: Pick<Workspace, 'store'>,
  limits: RetentionLimits | null,
): Promise<Pick<RetentionView, 'due' | 'waiting'>> {
  const counts = new Map<RetentionReason | '', number>();
  for (let afterId: string | undefined = ''; limits !== null && afterId !== undefined; ) {
    const reasons = await store.read.retention.reasons(limits, afterId, ordersLooked);
    for (const { reason, orders } of reasons) counts.set(reason, (counts.get(reason) ?? 0) + orders);
    afterId = reasons
      .map(({ lastId }) => lastId)
      .sort()
      .at(-1);
    await nextTurn();
  }
  return {
    due: counts.get('') ?? 0,
    waiting: retentionReasons.flatMap((reason) => {
      const orders = counts.get(reason);
      return orders === undefined ? [] : [{ reason, orders }];
    }),
  };
}

type Standing = Answered<'orders', 'detail'>['personalData'];

/** States of an order for which the retention time is shown. */
const endedStates: readonly OrderState[] = ['delivered', 'cancelled', 'returned', 'merged', 'split'];

/** When an order's personal data was or will be erased, or what keeps it; nothing is erased automatically before a time is chosen. */
export async function personalDataOf(workspace: Workspace, { id, state }: Order): Promise<Standing> {
  const { retention } = workspace.store.read;
  const nothing = { erasedAt: null, goesAt: null, keptFor: null };
  const erased = await retention.erasedOne(id);
  if (erased !== undefined) return { ...nothing, erasedAt: erased.erasedAt };
  const chosen = await readRetention(workspace);
  if (!chosen.isChosen || !endedStates.includes(state)) return nothing;
  const { now } = await believedTime(workspace);
  const limits = limitsOf(chosen, now);
  const [found] = limits === null ? [] : await retention.ofOrders(limits, [id]);
  if (limits === null || found === undefined) return nothing;
  if (found.reason === '') return { ...nothing, goesAt: now };
  if (found.reason !== 'recent') return { ...nothing, keptFor: found.reason };
  return { ...nothing, goesAt: found.lastWordAt + now - limits.endedBefore };
}

/** Refuses an order whose personal data is erased; null: it is not. */
export async function refuseErased(
  { retention }: Pick<Repositories, 'retention'>,
  { id, orderNo }: Pick<Order, 'id' | 'orderNo'>,
): Promise<Failure | null> {
  const erased = await retention.erasedOne(id);
  return erased === undefined
    ? null
    : failure('ORDER_DATA_GONE', { orderNo, day: shopDate(erased.erasedAt) });
}
