import { startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { Handover, HandoverParcel } from '../../../store/schema.ts';
import type { Store } from '../../../store/store.ts';
import type { ListMark } from '../../../store/workstations/awayLists.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Parcels added to an open list since it was copied. */
interface News {
  readonly id: string;
  readonly rows: readonly HandoverParcel[];
  /** Something was removed from it: the copy is deleted first. */
  readonly isAnew: boolean;
}

/** Nothing is on it. */
const emptyMark: ListMark = { total: 0, lastAt: 0 };

/**
 * Copies the lists that couriers have not signed yet, with their parcels, and the heads of today's: their numbers distinguish them. A list
 * that was signed meanwhile keeps its copied parcels.
 */
export async function copyLists({ store, clock }: Workspace, away: Store): Promise<void> {
  const midnight = startOfShopDay(clock.now());
  const [book, copy] = [store.read.away, away.read.away];
  const [lists, known] = [await book.listsSince(midnight), await copy.listsSince(midnight)];
  const [there, here] = [await book.listMarks(), await copy.listMarks()];
  const news: News[] = [];
  for (const { id, state } of lists) {
    const [wanted, had] = [there.get(id) ?? emptyMark, here.get(id) ?? emptyMark];
    const isSame = wanted.total === had.total && wanted.lastAt === had.lastAt;
    if (state === 'open' && !isSame) news.push(await newsOf(store, away, { id, wanted, had }));
  }
  if (news.length === 0 && headsOf(lists) === headsOf(known)) return;
  await away.write(async (write) => {
    await write.away.replaceLists(lists);
    for (const { id, rows, isAnew } of news) {
      if (isAnew) await write.away.emptyList(id);
      await write.away.putOnList(rows);
    }
  });
}

const headsOf = (lists: readonly Handover[]): string =>
  lists.map(({ id, version }) => `${id} ${version}`).join(' ');

interface Marked {
  readonly id: string;
  readonly wanted: ListMark;
  readonly had: ListMark;
}

/** Read parcel by parcel as they are added: a long list would otherwise be copied again with each scan. */
async function newsOf(book: Store, away: Store, { id, wanted, had }: Marked): Promise<News> {
  const rows = await book.read.away.listParcels(id, had.lastAt);
  const here = await away.read.away.listParcels(id, had.lastAt);
  const known = new Set(here.map(({ waybillNo }) => waybillNo));
  const added = rows.filter(({ waybillNo }) => !known.has(waybillNo));
  if (had.total + added.length === wanted.total) return { id, rows: added, isAnew: false };
  return { id, rows: await book.read.away.listParcels(id, 0), isAnew: true };
}
