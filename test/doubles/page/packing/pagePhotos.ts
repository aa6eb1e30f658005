import type { implement } from '@orpc/server';
import type { contract } from '../../../../shared/contracts/contract.ts';
import type { ParcelPhotoRow } from '../../../../shared/contracts/packing/photos.ts';
import type { PageWorld } from '../pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Photos in memory, each of the order that lies open last. */
export function pagePhotos(os: Os, { orders, own, now, fail, tell }: PageWorld) {
  const photos: (ParcelPhotoRow & { readonly orderId: string; readonly base64: string })[] = [];
  const found = (photoId: string) => photos.find((photo) => photo.photoId === photoId) ?? fail('PHOTO_GONE');
  return {
    save: os.photos.save.handler(({ input: { parcelId, base64 } }) => {
      const orderId = orders.find(({ id }) => parcelId.includes(id))?.id ?? '';
      const row = {
        photoId: `photo-${photos.length + 1}`,
        parcelNo: 1,
        takenAt: now(),
        operator: own.actor().name,
        sizeBytes: Math.floor(base64.length * 0.75),
      };
      photos.push({ ...row, orderId, base64 });
      tell('packing');
      return row;
    }),
    ofOrder: os.photos.ofOrder.handler(({ input: { orderId } }) =>
      photos
        .filter((photo) => photo.orderId === orderId)
        .map(({ orderId: _order, base64: _base64, ...row }) => row),
    ),
    read: os.photos.read.handler(({ input: { photoId } }) => ({ base64: found(photoId).base64 })),
    export: os.photos.export.handler(({ input: { orderId } }) => ({
      fileToken: 'photos',
      name: 'photo-1.jpg',
      rowCount: photos.filter((photo) => photo.orderId === orderId).length,
    })),
    usage: os.photos.usage.handler(() => ({
      photos: photos.length,
      bytes: photos.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    })),
  };
}
