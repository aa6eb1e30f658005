import type { Kysely } from 'kysely';
import { countRows, tableOf } from '../database/table.ts';
import type { Schema } from '../schema.ts';

/** Where photos of parcels lie, and the keys that open them. */
export function createPhotoRepository(db: Kysely<Schema>) {
  const photos = tableOf(db, 'parcelPhotos');
  return {
    add: photos.insert,
    remove: (id: string) => photos.remove({ id }),
    byId: (id: string) => photos.row({ id }),
    ofOrder: (orderId: string) => photos.rows({ orderId }).orderBy('takenAt').orderBy('id').execute(),
    countOfParcel: (parcelId: string) =>
      countRows(db.selectFrom('parcelPhotos').where('parcelId', '=', parcelId)),
    async usage(): Promise<{ readonly photos: number; readonly bytes: number }> {
      const row = await db
        .selectFrom('parcelPhotos')
        .select(({ fn }) => [
          fn.countAll<number>().as('photos'),
          fn.sum<number | null>('sizeBytes').as('bytes'),
        ])
        .executeTakeFirstOrThrow();
      return { photos: row.photos, bytes: row.bytes ?? 0 };
    },
    ids: async () => (await db.selectFrom('parcelPhotos').select('id').execute()).map(({ id }) => id),
    /** Their keys go, and with them what the files hold. */
    async forgetBefore(takenAt: number): Promise<void> {
      await db.deleteFrom('parcelPhotos').where('takenAt', '<', takenAt).execute();
    },
  };
}
