import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { withApprovals } from '../../../bridge/operators.ts';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { useReason } from '../../../parts/form/useReason.tsx';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { useAct } from '../../../work/useAct.ts';
import { WhoMay } from '../../../work/WhoMay.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Before the first label of an order. Later it is a reprint, with its own mark on the paper. */
export function FullFormButton({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const isUnprinted = order.shipmentState === 'booked' && order.printState === null;
  if (!isUnprinted || order.alarm === 'refund') return null;
  return (
    <OpeningButton size="small" icon="print" label={t('fullForm.short')}>
      {(close) => <FullFormDialog order={order} onClose={close} />}
    </OpeningButton>
  );
}

const reasons = ['realName', 'platform'] as const;
/** The first label of one order with nothing hidden: why, and by whom, stays in the record. */
function FullFormDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const { reason, isEnough, field } = useReason(
    t('fullForm.reasonLabel'),
    reasons.map((id) => t(`printing.fullReason.${id}`)),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const printers = useQuery(printQueries.printers()).data ?? [];
  const printerUri = chosen ?? printers.find(({ isDefault }) => isDefault)?.uri ?? printers[0]?.uri ?? '';
  const print = useAct(
    () =>
      withApprovals({ orderId: order.id, orderNo: order.orderNo }, (approvalIds) =>
        core.print.printFull({ orderId: order.id, printerUri, reason, approvalIds }),
      ),
    { says: () => t('fullForm.queued', { orderNo: order.orderNo }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('fullForm.title', { orderNo: order.orderNo })}
      yes={t('fullForm.print')}
      isForm
      isReady={isEnough && printerUri !== ''}
      {...print.dialog()}
      onClose={onClose}
    >
      <p>{t('printing.fullFormNote')}</p>
      <WhoMay right="printFullForm" />
      {field}
      <SelectField
        label={t('print.printer')}
        value={printerUri}
        options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
        onChange={setChosen}
      />
    </AskDialog>
  );
}
