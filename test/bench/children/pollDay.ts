import type { platforms as builtIn } from '../../../electron/carriers/index.ts';
import { roundMs } from '../../../electron/tracking/dayBudget.ts';
import { askGroupOf } from '../../../electron/tracking/urgency.ts';
import { refreshTracking } from '../../../electron/usecases/tracking/refreshTracking.ts';
import { happened } from '../../../shared/errors/outcome.ts';
import { dayMs, hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { scriptedPlatform } from '../../doubles/platforms/scriptedPlatform.ts';
import { seededRandom } from '../../doubles/seededRandom.ts';
import { openTestWorkspace, testAccount } from '../../doubles/workspace/openTestWorkspace.ts';
import { parcelWorld, snapshotAt, type WorldParcel } from '../kit/parcelWorld.ts';
import { report } from '../kit/runChild.ts';

/** `pollDay <quota> <parcels> <seed>`: one day asked through by the product's own rounds, and by turns. */
const [perDay = 500, count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const dayStart = startOfShopDay(Date.UTC(2026, 10, 27));
const world = parcelWorld(count, dayStart, seed);
const byNumber = new Map(world.map((parcel) => [parcel.waybillNo, parcel]));
const random = seededRandom(seed + 100);
/** Everything that is known was asked for within the last day. */
const knownAt = new Map(world.map(({ waybillNo }) => [waybillNo, dayStart - random() * dayMs]));

/** Of what goes wrong on that day: told within the hour, and on the same day at all. */
function found(asked: ReadonlyMap<string, readonly number[]>) {
  let total = 0;
  let withinHour = 0;
  let sameDay = 0;
  for (const { waybillNo, wrongAt } of world)
    for (const at of wrongAt) {
      if (at < dayStart || at >= dayStart + dayMs - hourMs) continue;
      total++;
      const times = (asked.get(waybillNo) ?? []).filter((time) => time >= at);
      if (times.length > 0) sameDay++;
      if (times.some((time) => time <= at + hourMs)) withinHour++;
    }
  return { total, withinHour, sameDay };
}

function note(asked: Map<string, number[]>, waybillNo: string, at: number): void {
  const times = asked.get(waybillNo);
  if (times === undefined) asked.set(waybillNo, [at]);
  else times.push(at);
}

/** The oldest knowledge first, as many in each round; what has arrived is left out. */
function byTurns(order: readonly WorldParcel[]) {
  const asked = new Map<string, number[]>();
  const queue = [...order];
  let done = 0;
  const rounds = dayMs / roundMs;
  for (let round = 0; round < rounds; round++) {
    const at = dayStart + round * roundMs;
    for (const most = Math.floor(((round + 1) * perDay) / rounds); done < most && queue.length > 0; done++) {
      const parcel = queue.shift();
      if (parcel === undefined) break;
      note(asked, parcel.waybillNo, at);
      if (snapshotAt(parcel, at).state !== 'signed') queue.push(parcel);
    }
  }
  return found(asked);
}

async function byPlan() {
  const asked = new Map<string, number[]>();
  let questions = 0;
  const scripted = scriptedPlatform();
  const platform: (typeof builtIn)[number] = {
    ...scripted,
    manifest: { ...scripted.manifest, trackPerDay: perDay, ratePerSecond: { book: 1, track: 1_000_000 } },
    track: async ({ waybillNo }) => {
      const parcel = byNumber.get(waybillNo);
      if (parcel === undefined) throw new Error(waybillNo);
      questions++;
      note(asked, waybillNo, workspace.clock.now());
      return happened(snapshotAt(parcel, workspace.clock.now()));
    },
  };
  const workspace = await openTestWorkspace({ platforms: [platform] });
  await workspace.clock.advance(dayStart - workspace.clock.now());
  const { id: accountId } = await testAccount(workspace, { platform: 'scripted' });
  await workspace.store.write(async (write) => {
    for (const parcel of world) {
      const { waybillNo, bookedAt } = parcel;
      const checkedAt = Math.max(bookedAt, knownAt.get(waybillNo) ?? 0);
      const { state, exception, events } = snapshotAt(parcel, checkedAt);
      const known = { state, exception, lastText: '', lastAt: events.at(-1)?.at ?? null, checkedAt };
      const numbers = { waybillNo, carrier: 'YTO', orderId: '', orderNo: '', phoneTail: '' };
      await write.tracking.follow({
        ...numbers,
        ...known,
        accountId,
        bookedAt,
        followedAt: bookedAt,
        nextDueAt: dayStart,
        askGroup: askGroupOf(known),
      });
    }
  });
  const started = performance.now();
  for (let at = dayStart; at < dayStart + dayMs; at += roundMs) {
    await refreshTracking(workspace, { due: 'spread' });
    await workspace.clock.advance(roundMs);
  }
  const durationMs = performance.now() - started;
  await workspace.close();
  return { ...found(asked), questions, durationMs };
}

const plan = await byPlan();
/** Whose turn it is first is chance: the mean of many orders. */
const orders = Array.from({ length: 40 }, () => byTurns([...world].sort(() => random() - 0.5)));
const mean = (of: (one: (typeof orders)[number]) => number) =>
  orders.reduce((sum, one) => sum + of(one), 0) / orders.length;
report({
  plan,
  turns: { withinHour: mean(({ withinHour }) => withinHour), sameDay: mean(({ sameDay }) => sameDay) },
});
