import { startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { Store } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { chooseWave, mostWaveOrders } from './chooseWave.ts';

/** Labels older than this are of parcels that somebody forgot. */
const labelledMs = 24 * 60 * 60_000;
const ordersAtOnce = 100;

/** Copies what this bench may have to pack out of the book, as far as it is not here already; what is no longer wanted goes. */
export async function copyWave({ store, clock }: Workspace, away: Store): Promise<void> {
  const book = store.read.away;
  // Read first: what the journal holds beyond it may be missing in the rows that follow.
  const mark = await store.read.settings.get('journalMark');
  const now = clock.now();
  const wishes = {
    lying: await book.lyingHere(startOfShopDay(now)),
    labelled: await book.labelledHere(now - labelledMs, mostWaveOrders),
    booked: await book.newestBooked(mostWaveOrders),
  };
  const wanted = [...wishes.lying, ...wishes.labelled, ...wishes.booked];
  const chosen = chooseWave({ ...wishes, printing: await book.printing(wanted) });
  const [there, here] = [await book.marks(chosen), await away.read.away.marks(chosen)];
  const kept = new Set(chosen);
  const surplus = (await away.read.away.orderIds()).filter((id) => !kept.has(id));
  if (surplus.length > 0) await away.write((write) => write.away.replace(surplus, {}));
  const stale = chosen.filter((id) => there.get(id) !== here.get(id));
  for (let start = 0; start < stale.length; start += ordersAtOnce) {
    const ids = stale.slice(start, start + ordersAtOnce);
    const rows = await book.rows(ids);
    await away.write((write) => write.away.replace(ids, rows));
  }
  await away.write((write) => write.settings.put('journalMark', mark));
}

/** Copies what parcels have in common: settings, printers, templates, codes and weights of goods. */
export async function copyCommon({ store }: Workspace, away: Store): Promise<void> {
  const rows = await store.read.away.common();
  await away.write((write) => write.away.replaceCommon(rows));
}
