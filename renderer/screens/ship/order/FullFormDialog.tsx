import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { useApprovers, withApprovals } from '../../../bridge/operators.ts';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { ReasonField } from '../../../parts/form/TextField.tsx';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Before the first label of an order. Later it is a reprint, with its own mark on the paper. */
export function FullFormButton({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isUnprinted = order.shipmentState === 'booked' && order.printState === null;
  if (!isUnprinted || order.alarm === 'refund') return null;
  return (
    <>
      <Button size="small" icon="print" onPress={() => setOpen(true)}>
        {t('fullForm.short')}
      </Button>
      {isOpen && <FullFormDialog order={order} onClose={() => setOpen(false)} />}
    </>
  );
}

const reasons = ['realName', 'platform'] as const;
/** Shorter ones tell nobody anything. */
const minReason = 2;

/** The first label of one order with nothing hidden: why, and by whom, stays in the record. */
function FullFormDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const printers = useQuery(printQueries.printers()).data ?? [];
  const printerUri = chosen ?? printers.find(({ isDefault }) => isDefault)?.uri ?? printers[0]?.uri ?? '';
  const { isMine, operators } = useApprovers('printFullForm');
  const print = useAct(
    () =>
      withApprovals({ orderId: order.id, orderNo: order.orderNo }, (approvalIds) =>
        core.print.printFull({ orderId: order.id, printerUri, reason: reason.trim(), approvalIds }),
      ),
    { says: () => t('fullForm.queued', { orderNo: order.orderNo }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('fullForm.title', { orderNo: order.orderNo })}
      yes={t('fullForm.print')}
      isForm
      isReady={reason.trim().length >= minReason && printerUri !== ''}
      {...print.dialog()}
      onClose={onClose}
    >
      <p>{t('printing.fullFormNote')}</p>
      {!isMine && (
        <p className="text-unsure">
          {t('operators.whoMay', { names: operators.map(({ name }) => name).join(t('common.listComma')) })}
        </p>
      )}
      <ReasonField
        label={t('fullForm.reasonLabel')}
        value={reason}
        ready={reasons.map((id) => t(`printing.fullReason.${id}`))}
        onChange={setReason}
      />
      <SelectField
        label={t('print.printer')}
        value={printerUri}
        options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
        onChange={setChosen}
      />
    </AskDialog>
  );
}
