import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { oldFiles, removeFiles } from '../../store/retention/oldFiles.ts';
import type { RetentionLimits } from '../../store/retention/retentionReads.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordOutside } from '../operators/outsideActs.ts';
import { forgetOldPhotos } from '../packing/photos.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { eraseAgain } from './eraseAgain.ts';
import { missedErasures } from './erasedList.ts';
import { eraseOrders, ordersAtOnce } from './eraseOrders.ts';
import { eraseAwaited } from './erasePerson.ts';
import {
  believedTime,
  countReasons,
  limitsOf,
  type RetentionView,
  readRetention,
  showRetention,
} from './retention.ts';

/** Orders erased before other work has its turn. */
const erasedAtOnce = 500;

interface SweepRequest {
  /** The time given by a person; absent: the clock, as far as records prove it. */
  readonly now?: number | undefined;
  readonly isDryRun?: boolean | undefined;
  /** How many orders have been erased so far. */
  readonly onProgress?: ((erased: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SweepReport extends Pick<RetentionView, 'days' | 'now' | 'isProven' | 'waiting'> {
  /** Orders that ended before this time lost their personal data; null: it is kept for ever. */
  readonly endedBefore: number | null;
  readonly erased: number;
  /** Result files and drawn labels that were removed. */
  readonly files: number;
}

/**
 * Erases the personal data of orders that are past their retention time. Each transaction erases whole orders, so an interruption leaves
 * none half erased, and the next sweep continues.
 */
export async function sweep(workspace: Workspace, request: SweepRequest = {}): Promise<Outcome<SweepReport>> {
  const { isDryRun = false, now: givenNow } = request;
  const retention = await readRetention(workspace);
  const { now, isProven } = await believedTime(workspace, givenNow);
  const limits = limitsOf(retention, now);
  const nothing = {
    days: retention.days,
    now,
    isProven,
    waiting: [],
    endedBefore: null,
    erased: 0,
    files: 0,
  };
  const awaited = isDryRun ? 0 : await eraseAwaited(workspace);
  if (limits === null) return done({ ...nothing, erased: awaited });
  const { endedBefore } = limits;
  if (isDryRun) {
    const { due, waiting, fileCount: files } = await showRetention(workspace, { now });
    return done({ ...nothing, waiting, endedBefore, erased: due, files });
  }
  const what = `${new Date(now).toISOString()} ${retention.days}${givenNow === undefined ? '' : ' --now'}`;
  return recordOutside<SweepReport>(
    workspace,
    { kind: 'personal-data-erased', what },
    async () => {
      const erased = awaited + (await eraseAll(workspace, limits, request));
      faultPoint('sweep.before-files');
      const files = removeFiles(oldFiles(workspace.folder, endedBefore));
      faultPoint('sweep.after-files');
      await forgetOldPhotos(workspace);
      await workspace.store.emptyLog();
      workspace.changed('orders', 'status');
      const { waiting } = await countReasons(workspace, limits);
      return done({ ...nothing, waiting, endedBefore, erased, files });
    },
    ({ erased, files }) => `${what} ${erased} ${files}`,
  );
}

async function eraseAll(
  workspace: Workspace,
  limits: RetentionLimits,
  { signal, onProgress }: SweepRequest,
): Promise<number> {
  let total = 0;
  // Merged or split orders follow once every order that carries their goods is erased: in another round.
  for (let before = -1; before !== total; ) {
    before = total;
    for (let afterId = ''; signal?.aborted !== true; ) {
      const orders = await workspace.store.write((write) => eraseNext(workspace, write, limits, afterId));
      const last = orders.at(-1);
      if (last === undefined) break;
      faultPoint('sweep.after-commit');
      afterId = last.id;
      total += orders.length;
      onProgress?.(total);
      // Pages and workers get their turn: a write alone does not yield.
      await nextTurn();
    }
  }
  if (signal?.aborted === true) return total;
  await eraseLate(workspace);
  faultPoint('sweep.before-leftovers');
  await workspace.store.write((write) => write.erasures.leftovers(limits.endedBefore));
  return total;
}

async function eraseLate({ store }: Workspace): Promise<void> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const afterId: string = last;
    last = await store.write((write) => write.erasures.late(afterId, erasedAtOnce));
    await nextTurn();
  }
}

/** Judged in the erasing transaction, so that an act of a moment ago counts. */
async function eraseNext(
  workspace: Workspace,
  write: Repositories,
  limits: RetentionLimits,
  afterId: string,
): Promise<readonly Order[]> {
  const orders = await write.retention.due(limits, afterId, ordersAtOnce);
  await eraseOrders(workspace, write, orders);
  return orders;
}

/** Interval of the sweep in a running workspace. */
const sweptEachMs = dayMs;

/** The daily sweep of a running workspace: only once a retention time is chosen, and by proven time only. */
export async function sweepDaily(workspace: Workspace, signal: AbortSignal): Promise<void> {
  const { store, clock } = workspace;
  // Requested erasures: done before any time is chosen. A server may have been rolled back to before the request.
  const missed = await missedErasures(workspace);
  if (missed.ok && missed.value.length > 0) await eraseAgain(workspace, missed.value);
  await eraseAwaited(workspace);
  const { isChosen, days } = await readRetention(workspace);
  const sweptAt = await store.read.settings.get('retentionSweptAt');
  const isDue = sweptAt === null || Math.abs(clock.now() - sweptAt) >= sweptEachMs;
  if (!isChosen || days === null || !isDue) return;
  await store.write((write) => write.settings.put('retentionSweptAt', clock.now()));
  const { due, fileCount } = await showRetention(workspace);
  // A day without old data adds no line to the record of acts.
  if (due > 0 || fileCount > 0) await sweep(workspace, { signal });
}
