import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { FullFormDialog } from './FullFormDialog.tsx';
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
