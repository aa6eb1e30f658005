import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderMoves } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { useKeys } from '../../../parts/keys/useKeys.ts';
import type { OrderDetailView } from '../OrderDetail.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';

/** Keeps an order back with a reason, or lets it go; after a refund that takes a second yes. One key for both. */
export function HoldActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [asked, setAsked] = useState<'hold' | 'release' | null>(null);
  const close = (): void => setAsked(null);
  const release = useMutation({
    mutationFn: () => core.orders.release({ orderId: order.id, version: order.version }),
    onSuccess: () => say({ tone: 'done', says: t('ship.done.released', { orderNo: order.orderNo }) }),
  });
  const isHeld = order.state === 'held';
  const canHold =
    orderMoves[order.state].includes('held') && order.state !== 'merged' && order.state !== 'split';
  const press = (): void => {
    if (canHold) setAsked('hold');
    else if (order.holdReason === 'refund') setAsked('release');
    else release.mutate();
  };
  const says = t(isHeld ? 'ship.release' : 'ship.hold');
  useKeys(isHeld || canHold ? [{ combo: 'h', says, run: press }] : []);
  if (!isHeld && !canHold) return null;
  return (
    <>
      <Button
        size="small"
        icon={isHeld ? 'play' : 'pause'}
        keyHint="H"
        isBusy={release.isPending}
        onPress={press}
      >
        {says}
      </Button>
      {asked === 'hold' && <HoldDialog order={order} onClose={close} />}
      {asked === 'release' && (
        <ReleaseDialog
          order={order}
          onClose={close}
          onRelease={() => {
            close();
            release.mutate();
          }}
        />
      )}
    </>
  );
}
