import { dayMs, startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { Store } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { chooseWave, mostWaveOrders } from './chooseWave.ts';
import { copyLists } from './copyLists.ts';

/** Labels older than this belong to forgotten parcels. */
const labelledMs = dayMs;
/** Packed orders that their couriers have not fetched. */
const mostLeavingOrders = 1_000;
/** Orders that a person can still change before they leave. */
const mostUnsentOrders = 500;
const ordersAtOnce = 100;
/** The parcel that the last gesture closed. */
const justNowMs = 60_000;

/**
 * Copies from the book what this bench may have to pack or hand over, and what can be changed at it, unless the copy is current; what is
 * no longer needed is removed.
 */
export async function copyWave(workspace: Workspace, away: Store): Promise<void> {
  const { store, clock } = workspace;
  const book = store.read.away;
  // Read first: journal entries after it may be missing in the rows that follow.
  const mark = await store.read.settings.get('journalMark');
  const now = clock.now();
  const wishes = {
    lying: await book.lyingHere(startOfShopDay(now)),
    waiting: await book.waitingHere(mostWaveOrders),
    labelled: await book.labelledHere(now - labelledMs, mostWaveOrders),
    booked: await book.newestBooked(mostWaveOrders),
  };
  const leaving = await book.newestPacked(mostLeavingOrders);
  const { lying, waiting, labelled, booked } = wishes;
  const printing = await book.printingElsewhere([...lying, ...waiting, ...labelled, ...booked, ...leaving]);
  const chosen = [
    ...new Set([
      ...chooseWave({ ...wishes, printing }),
      ...leaving.filter((id) => !printing.has(id)),
      ...(await book.newestUnsent(mostUnsentOrders)),
    ]),
  ];
  const [there, here] = [await book.marks(chosen), await away.read.away.marks(chosen)];
  const copied = new Set(chosen);
  const surplus = (await away.read.away.orderIds()).filter((id) => !copied.has(id));
  if (surplus.length > 0) await away.write((write) => write.away.replace(surplus, {}));
  const stale = chosen.filter((id) => there.get(id) !== here.get(id));
  await copyOrders(store, away, stale);
  await copyLists(workspace, away);
  await away.write(async (write) => {
    await write.settings.put('journalMark', mark);
    await write.settings.put('awayStand', { knownAt: now, isUsed: false });
  });
}

/**
 * Copies what the last gesture at this bench touched, before the next one: if the server goes away between the two, the bench must not ask
 * for a parcel again that it has just closed. A parcel whose label is being printed elsewhere is removed from the copy, as in a full copy.
 */
export async function copyHand(workspace: Workspace, away: Store): Promise<void> {
  const { store, clock } = workspace;
  await copyLists(workspace, away);
  const book = store.read.away;
  const since = clock.now() - justNowMs;
  // A parcel that the gesture took off the bench is still on it in the copy.
  const onBench = [
    ...new Set([...(await book.lyingHere(since)), ...(await away.read.away.lyingHere(since))]),
  ];
  if (onBench.length === 0) return;
  const printing = await book.printingElsewhere(onBench);
  const [there, here] = [await book.marks(onBench), await away.read.away.marks(onBench)];
  const isStale = (id: string) => there.get(id) !== here.get(id);
  await copyOrders(
    store,
    away,
    onBench.filter((id) => !printing.has(id) && isStale(id)),
  );
  const leftBench = onBench.filter((id) => printing.has(id) && here.has(id));
  if (leftBench.length > 0) await away.write((write) => write.away.replace(leftBench, {}));
}

async function copyOrders(book: Store, away: Store, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += ordersAtOnce) {
    const some = ids.slice(start, start + ordersAtOnce);
    const rows = await book.read.away.rows(some);
    await away.write((write) => write.away.replace(some, rows));
  }
}

/** Copies what parcels share: settings, printers, templates, codes and weights of goods, and who may pack. */
export async function copyCommon({ store }: Workspace, away: Store): Promise<void> {
  const rows = await store.read.away.common();
  await away.write(async (write) => {
    // The copies of parcels are unchanged.
    const mark = await write.settings.get('journalMark');
    const stand = await write.settings.get('awayStand');
    await write.away.replaceCommon(rows);
    await write.settings.put('journalMark', mark);
    await write.settings.put('awayStand', stand);
  });
}
