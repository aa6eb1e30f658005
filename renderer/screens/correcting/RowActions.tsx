import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { CorrectionItem } from '../../bridge/queries/correctQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { HoldDialog, type HoldWords } from './HoldDialog.tsx';

interface RowActionsProps {
  readonly item: CorrectionItem;
  /** The orders the decision is about, this one first. */
  readonly orders: CorrectionItem['together'];
  /** The entry leaves the front of the queue. */
  onGone(isDecided: boolean): void;
}

/** What else can be done with an entry: put it off, hold it with a reason, cancel it. */
export function RowActions({ item, orders, onGone }: RowActionsProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [asking, setAsking] = useState<'hold' | 'cancel' | null>(null);
  const close = (): void => setAsking(null);
  const putOff = useMutation({
    mutationFn: () => core.correct.putOff({ orderId: item.orderId, to: 'end' }),
    onSuccess: () => {
      say({
        tone: 'done',
        says: t('correct.wasPutOff', { orderNo: item.orderNo }),
        action: {
          label: t('correct.bringBack'),
          run: () => void core.correct.putOff({ orderId: item.orderId, to: 'first' }),
        },
      });
      onGone(false);
    },
  });
  const hold = useMutation({
    mutationFn: async (words: HoldWords) => {
      for (const { orderId, version } of orders) await core.orders.hold({ orderId, version, ...words });
    },
    onSuccess: () => {
      say({ tone: 'done', says: t('correct.wasHeld', { count: orders.length }) });
      close();
      onGone(true);
    },
  });
  const cancel = useMutation({
    mutationFn: async () => {
      for (const { orderId, version } of orders) await core.orders.cancel({ orderId, version });
    },
    onSuccess: () => {
      say({ tone: 'done', says: t('correct.wasCancelled', { count: orders.length }) });
      close();
      onGone(true);
    },
  });
  const skip = (): void => {
    if (!putOff.isPending) putOff.mutate();
  };
  useKeys([
    { combo: 'Alt+s', says: t('correct.putOff'), run: skip },
    { combo: 'Alt+h', says: t('correct.hold'), run: () => setAsking('hold') },
  ]);
  return (
    <>
      <Button icon="down" title={`${t('correct.putOff')}  Alt+S`} isBusy={putOff.isPending} onPress={skip}>
        {t('correct.putOff')}
      </Button>
      <Button icon="pause" title={`${t('correct.hold')}  Alt+H`} onPress={() => setAsking('hold')}>
        {t('correct.hold')}
      </Button>
      <Button icon="ban" onPress={() => setAsking('cancel')}>
        {t('correct.cancel')}
      </Button>
      {asking === 'hold' && (
        <HoldDialog count={orders.length} isBusy={hold.isPending} onHold={hold.mutate} onClose={close} />
      )}
      {asking === 'cancel' && (
        <CancelDialog
          count={orders.length}
          orderNo={item.orderNo}
          isBusy={cancel.isPending}
          onCancel={() => cancel.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
