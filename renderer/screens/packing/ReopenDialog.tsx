import { useTranslation } from 'react-i18next';
import type { PackedParcelRow } from '../../../shared/contracts/packing/packing.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { useReason } from '../../parts/form/useReason.tsx';
import { gesture } from './bench/gestures.ts';

interface ReopenDialogProps {
  readonly row: Pick<PackedParcelRow, 'parcelId' | 'orderNo'>;
  /** It is on its way to the bench. */
  onReopened(): void;
  onClose(): void;
}

/** A parcel that was packed comes back onto the bench, with why. */
export function ReopenDialog({ row, onReopened, onClose }: ReopenDialogProps) {
  const { t } = useTranslation();
  const { reason, isEnough, field } = useReason(t('common.reason'), [
    t('packing.reopenReason.wrong'),
    t('packing.reopenReason.missing'),
    t('packReason.damaged'),
    t('packReason.customer'),
  ]);
  return (
    <AskDialog
      title={t('packing.reopenTitle', { orderNo: row.orderNo })}
      yes={t('packing.act.reopen')}
      isForm
      isReady={isEnough}
      onYes={() => {
        gesture({ kind: 'reopen', parcelId: row.parcelId, reason });
        onReopened();
      }}
      onClose={onClose}
    >
      <p>{t('packing.reopenNote')}</p>
      {field}
    </AskDialog>
  );
}
