import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParcelPhotoRow } from '../../../../shared/contracts/packing/photos.ts';
import { ask, core } from '../../../bridge/core.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { StillPicture } from '../../../work/devices/StillPicture.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Photos of its parcels: when, by whom; looked at and taken out with the right to do so, on record. */
export function ParcelPhotos({ order }: { readonly order: Pick<OrderDetailView, 'id' | 'orderNo'> }) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const { id: orderId, orderNo } = order;
  const photos = useQuery(ask.photos.ofOrder.queryOptions({ input: { orderId } })).data ?? [];
  const [look, setLook] = useState<string | null>(null);
  const open = useAct(
    ({ photoId }: ParcelPhotoRow) =>
      withApprovals({ orderId, orderNo }, (approvalIds) =>
        core.photos.read({ photoId, orderId, approvalIds }),
      ),
    { after: ({ base64 }) => setLook(base64) },
  );
  const write = useAct(
    () =>
      withApprovals({ orderId, orderNo }, (approvalIds) =>
        core.photos.export({ orderId, reason: t('photos.claim'), approvalIds }),
      ),
    { says: (file) => fileWords(t('photos.exported', { count: file.rowCount }), file) },
  );
  if (photos.length === 0) return null;
  return (
    <section>
      <h3>{t('photos.title')}</h3>
      <ul className="plain-list">
        {photos.map((photo) => (
          <li key={photo.photoId} className="line">
            <Moment at={photo.takenAt} />
            <span className="grow soft">
              {[t('photos.parcel', { no: photo.parcelNo }), photo.operator].filter(Boolean).join(' · ')}
            </span>
            <Button size="small" {...open.press(photo)}>
              {t('photos.look')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="line">
        <Button size="small" icon="file" {...write.press()}>
          {t('photos.export')}
        </Button>
      </div>
      {look !== null && (
        <Dialog title={t('photos.of', { orderNo })} width={960} onClose={() => setLook(null)}>
          <StillPicture base64={look} label={t('photos.of', { orderNo })} />
        </Dialog>
      )}
    </section>
  );
}
