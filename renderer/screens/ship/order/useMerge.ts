import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { useToasts } from '../../../parts/feedback/toasts.ts';

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** Makes one parcel of several orders; the word that says so also takes it back. */
export function useMerge(onDone: (orderId: string) => void) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const undo = useMutation({
    mutationFn: ({ id, version }: Seen) => core.merging.undo({ orderId: id, version }),
    onSuccess: ({ orders }) => say({ tone: 'done', says: t('merging.undone', { count: orders.length }) }),
  });
  const merge = useMutation({
    mutationFn: (orders: readonly Seen[]) =>
      core.merging.merge({ members: orders.map(({ id, version }) => ({ orderId: id, version })) }),
    onSuccess: (order, members) => {
      say({
        tone: 'done',
        says: t('merging.merged', { count: members.length, orderNo: order.orderNo }),
        action: { label: t('merging.undo'), run: () => undo.mutate(order) },
      });
      onDone(order.id);
    },
  });
  return { merge, undo };
}
