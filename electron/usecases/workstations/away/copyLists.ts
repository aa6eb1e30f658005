import { startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { Handover, HandoverParcel } from '../../../store/schema.ts';
import type { Store } from '../../../store/store.ts';
import type { ListMark } from '../../../store/workstations/awayLists.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What an open list has got since it was copied. */
interface News {
  readonly id: string;
  readonly rows: readonly HandoverParcel[];
  /** Something was taken off it: what is here goes first. */
  readonly isAnew: boolean;
}

const isSame = (one: ListMark, other: ListMark): boolean =>
  one.total === other.total && one.lastAt === other.lastAt;

/**
 * Copies the lists that couriers are yet to sign, with their parcels, and the heads of those of today: numbers are told apart by them. What
 * a list that has been signed meanwhile held stays here as it was.
 */
export async function copyLists({ store, clock }: Workspace, away: Store): Promise<void> {
  const midnight = startOfShopDay(clock.now());
  const [there, here] = [
    await store.read.away.listsSince(midnight),
    await away.read.away.listsSince(midnight),
  ];
  const news: News[] = [];
  for (const { id, state } of there) {
    const found = state === 'open' ? await newsOf(store, away, id) : null;
    if (found !== null) news.push(found);
  }
  if (news.length === 0 && headsOf(there) === headsOf(here)) return;
  await away.write(async (write) => {
    await write.away.replaceLists(there);
    for (const { id, rows, isAnew } of news) {
      if (isAnew) await write.away.emptyList(id);
      await write.away.putOnList(rows);
    }
  });
}

const headsOf = (lists: readonly Handover[]): string =>
  lists.map(({ id, version }) => `${id} ${version}`).join(' ');

/** null: nothing. Read parcel by parcel as they come: a long list would be copied anew with each scan. */
async function newsOf(book: Store, away: Store, id: string): Promise<News | null> {
  const [there, here] = [await book.read.away.listMark(id), await away.read.away.listMark(id)];
  if (isSame(there, here)) return null;
  const rows = await book.read.away.listParcels(id, here.lastAt);
  const known = new Set(
    (await away.read.away.listParcels(id, here.lastAt)).map(({ waybillNo }) => waybillNo),
  );
  const added = rows.filter(({ waybillNo }) => !known.has(waybillNo));
  if (here.total + added.length === there.total) return { id, rows: added, isAnew: false };
  return { id, rows: await book.read.away.listParcels(id, 0), isAnew: true };
}
