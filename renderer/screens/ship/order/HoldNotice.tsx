import { useTranslation } from 'react-i18next';
import { useNow } from '../../../bridge/useNow.ts';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../../parts/feedback/Notice.tsx';
import { When } from '../../../parts/When.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';

/** Why and since when an order is kept back, or why it should never have gone out. */
export function HoldNotice({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const now = useNow();
  if (order.alarm !== '') {
    const code = order.alarm === 'refund' ? 'ORDER_REFUNDED_AFTER_BOOKING' : 'ORDER_CHANGED_AFTER_BOOKING';
    return <FailureNotice failure={{ code, params: { orderNo: order.orderNo } }} />;
  }
  if (order.state !== 'held' || order.holdReason === '') return null;
  return (
    <Notice
      tone={order.holdReason === 'refund' || order.holdReason === 'booked-before' ? 'unsure' : 'info'}
      title={t('holding.heldFor', { reason: t(`holding.reasonOf.${order.holdReason}`) })}
      next={order.holdNote}
    >
      {order.heldAt !== null && <When at={order.heldAt} now={now} as="age" />}
    </Notice>
  );
}
