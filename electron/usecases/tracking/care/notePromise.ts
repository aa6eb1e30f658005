import type { ParcelArrival } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';

/** Called in the caller's transaction; the rules check the parcel again. null: there is no promise any more. */
export async function notePromise(
  write: Repositories,
  waybillNo: string,
  promisedAt: number | null,
  from: ParcelArrival['promiseFrom'],
): Promise<void> {
  const before = await write.parcelArrivals.of(waybillNo);
  const unasked = { waybillNo, expectedAt: null, words: '', platform: '', askedAt: null };
  await write.parcelArrivals.put({ ...unasked, ...before, promiseFrom: promisedAt === null ? '' : from });
  await write.tracking.update(waybillNo, { promisedAt });
}
