import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { TextField } from '../../parts/form/TextField.tsx';

const reasons = ['damaged', 'lost', 'jammed', 'faint'] as const;
/** Shortest reason the core accepts. */
const minReason = 2;

/** A second label of the same number always has a reason; it is printed on the paper and kept. */
export function ReprintDialog({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [reason, setReason] = useState('');
  const reprint = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () =>
      core.print.reprint({ orderId: job.orderId, printerUri: job.printerUri, reason: reason.trim() }),
    onSuccess: ({ copyNo }) => {
      say({ tone: 'done', says: t('print.reprinted', { waybillNo: job.waybillNo, number: copyNo - 1 }) });
      onClose();
    },
  });
  const canPrint = reason.trim().length >= minReason;
  return (
    <Dialog
      title={t('print.reprintTitle', { waybillNo: job.waybillNo })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!canPrint}
            isBusy={reprint.isPending}
            onPress={() => reprint.mutate()}
          >
            {t('print.reprint')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {reprint.error !== null && <FailureNotice failure={failureOf(reprint.error)} />}
        <p>{t('print.reprintNote')}</p>
        <div className="line">
          {reasons.map((id) => (
            <Button
              key={id}
              size="small"
              isPressed={reason === t(`print.reason.${id}`)}
              onPress={() => setReason(t(`print.reason.${id}`))}
            >
              {t(`print.reason.${id}`)}
            </Button>
          ))}
        </div>
        <TextField label={t('print.reasonLabel')} maxLength={100} value={reason} onChange={setReason} />
      </div>
    </Dialog>
  );
}
