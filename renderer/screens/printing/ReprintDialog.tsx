import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { core } from '../../bridge/core.ts';
import { withApprovals } from '../../bridge/operators.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { useReason } from '../../parts/form/useReason.tsx';
import { go } from '../../parts/place.ts';
import { useAct } from '../../work/useAct.ts';
import { WhoMay } from '../../work/WhoMay.tsx';

const reasons = ['damaged', 'lost', 'jammed', 'faint'] as const;
const fullReasons = ['realName', 'platform'] as const;

/** Nothing hidden on the paper: asked for rarely, so never ready to be pressed by mistake. */
function FullFormField({ isFull, onChange }: { readonly isFull: boolean; onChange(isFull: boolean): void }) {
  const { t } = useTranslation();
  return (
    <div>
      <CheckField label={t('printing.fullForm')} isOn={isFull} onChange={onChange} />
      {isFull && (
        <p className="text-unsure small">
          {t('printing.fullFormNote')} <WhoMay right="printFullForm" />
        </p>
      )}
    </div>
  );
}

/** Not what a reprint is: another number and another parcel are made on the order, not on the printer. */
function OtherWishes({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation();
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
  const [isFull, setFull] = useState(false);
  const { reason, isEnough, field } = useReason(
    t('print.reasonLabel'),
    isFull
      ? fullReasons.map((id) => t(`printing.fullReason.${id}`))
      : reasons.map((id) => t(`print.reason.${id}`)),
  );
  const [printerUri, setPrinterUri] = useState(job.printerUri);
  const printers = useQuery(printQueries.printers()).data ?? [];
  const limit = useQuery(printQueries.rules()).data?.reprintLimit;
  const reprint = useAct(
    () =>
      withApprovals({ orderId: job.orderId, orderNo: job.orderNo }, (approvalIds) =>
        core.print[isFull ? 'printFull' : 'reprint']({
          orderId: job.orderId,
          parcelNo: job.parcelNo,
          printerUri,
          reason,
          approvalIds,
        }),
      ),
    {
      says: ({ copyNo }) => t('print.reprinted', { waybillNo: job.waybillNo, number: copyNo - 1 }),
      after: onClose,
      isShownInPlace: true,
    },
  );
  return (
    <AskDialog
      title={t('print.reprintTitle', { waybillNo: job.waybillNo })}
      yes={t('print.reprint')}
      isForm
      isReady={isEnough}
      {...reprint.dialog()}
      onClose={onClose}
    >
      <p>{t('print.reprintNote')}</p>
      {limit !== undefined && <p className="soft small">{t('printing.reprintLimit', { count: limit })}</p>}
      {field}
      <SelectField
        label={t('print.printer')}
        value={printerUri}
        options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
        onChange={setPrinterUri}
      />
      <FullFormField isFull={isFull} onChange={setFull} />
      <OtherWishes orderId={job.orderId} />
    </AskDialog>
  );
}
