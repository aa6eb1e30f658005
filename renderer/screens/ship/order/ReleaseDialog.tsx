import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

interface ReleaseDialogProps {
  readonly order: OrderDetailView;
  onRelease(): void;
  onClose(): void;
}

/** A refund stopped this order: shipping it all the same costs the goods, so it takes a second yes. */
export function ReleaseDialog({ order, onRelease, onClose }: ReleaseDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('holding.releaseTitle', { orderNo: order.orderNo })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('holding.keepHeld')}</Button>
          <Button look="danger" onPress={onRelease}>
            {t('holding.releaseYes')}
          </Button>
        </>
      }
    >
      <p>{t('holding.releaseRefund')}</p>
    </Dialog>
  );
}
