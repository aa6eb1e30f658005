import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';

interface CancelDialogProps {
  readonly count: number;
  readonly orderNo: string;
  readonly isBusy: boolean;
  onCancel(): void;
  onClose(): void;
}

/** Cancelling cannot be taken back: says how many and asks once. */
export function CancelDialog({ count, orderNo, isBusy, onCancel, onClose }: CancelDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('correct.cancelTitle', { count, orderNo })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('correct.keep')}</Button>
          <Button look="danger" isBusy={isBusy} onPress={onCancel}>
            {t('correct.cancelYes', { count })}
          </Button>
        </>
      }
    >
      <p>{t('correct.cancelNote')}</p>
    </Dialog>
  );
}
