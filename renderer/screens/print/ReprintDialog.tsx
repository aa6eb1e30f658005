import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { usePlace } from '../../parts/place/usePlace.ts';

const reasons = ['damaged', 'lost', 'jammed', 'faint'] as const;
/** Shortest reason the core accepts. */
const minReason = 2;

function ReasonFields({ reason, onChange }: { readonly reason: string; onChange(reason: string): void }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="line">
        {reasons.map((id) => (
          <Button
            key={id}
            size="small"
            isPressed={reason === t(`print.reason.${id}`)}
            onPress={() => onChange(t(`print.reason.${id}`))}
          >
            {t(`print.reason.${id}`)}
          </Button>
        ))}
      </div>
      <TextField label={t('print.reasonLabel')} maxLength={100} value={reason} onChange={onChange} />
    </>
  );
}

/** Not what a reprint is: another number and another parcel are made on the order, not on the printer. */
function OtherWishes({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  return (
    <div className="other-wishes">
      <p className="small">{t('printing.notAReprint')}</p>
      <Button size="small" icon="ship" onPress={() => go('ship', { orderId })}>
        {t('printing.newNumberOrParcel')}
      </Button>
    </div>
  );
}

/** A second label of the same number always has a reason; it is printed on the paper and kept. */
export function ReprintDialog({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [printerUri, setPrinterUri] = useState(job.printerUri);
  const printers = useQuery(printQueries.printers()).data ?? [];
  const limit = useQuery(printQueries.rules()).data?.reprintLimit;
  const reprint = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () =>
      core.print.reprint({
        orderId: job.orderId,
        parcelNo: job.parcelNo,
        printerUri,
        reason: reason.trim(),
      }),
    onSuccess: ({ copyNo }) => {
      useToasts.getState().say({
        tone: 'done',
        says: t('print.reprinted', { waybillNo: job.waybillNo, number: copyNo - 1 }),
      });
      onClose();
    },
  });
  const canPrint = reason.trim().length >= minReason && !reprint.isPending;
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (canPrint) reprint.mutate();
  };
  return (
    <Dialog
      title={t('print.reprintTitle', { waybillNo: job.waybillNo })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!canPrint} isBusy={reprint.isPending} onPress={submit}>
            {t('print.reprint')}
          </Button>
        </>
      }
    >
      <form className="stack" onSubmit={submit}>
        {reprint.error !== null && <FailureNotice failure={failureOf(reprint.error)} />}
        <p>{t('print.reprintNote')}</p>
        {limit !== undefined && <p className="soft small">{t('printing.reprintLimit', { count: limit })}</p>}
        <ReasonFields reason={reason} onChange={setReason} />
        <SelectField
          label={t('print.printer')}
          value={printerUri}
          options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
          onChange={setPrinterUri}
        />
        <OtherWishes orderId={job.orderId} />
      </form>
    </Dialog>
  );
}
