import { useTranslation } from 'react-i18next';
import type { BookedBeforeAnswer } from '../../../../shared/domain/order.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

interface BookedBeforeDialogProps {
  readonly order: OrderDetailView;
  onAnswer(answer: BookedBeforeAnswer): void;
  onClose(): void;
}

/** A restored backup has missed a booking of this number: only a person can see whether it is this parcel. */
export function BookedBeforeDialog({ order, onAnswer, onClose }: BookedBeforeDialogProps) {
  const { t } = useTranslation();
  const [asked] = order.complaints;
  // A number that was given back is on no parcel.
  const canBeSame = asked?.code !== 'NUMBER_VOIDED_BEFORE_RESTORE';
  return (
    <Dialog
      title={t('holding.bookedBeforeTitle', { orderNo: order.orderNo })}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('holding.keepHeld')}</Button>
          <Button onPress={() => onAnswer('another-parcel')}>{t('holding.anotherParcel')}</Button>
          {canBeSame && (
            <Button look="primary" onPress={() => onAnswer('same-parcel')}>
              {t('holding.sameParcel')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {asked !== undefined && <FailureNotice tone="unsure" failure={asked} />}
        <p className="soft small">{t('holding.bookedBeforeNote')}</p>
      </div>
    </Dialog>
  );
}
