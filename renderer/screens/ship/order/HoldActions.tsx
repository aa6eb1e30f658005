import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BookedBeforeAnswer, orderMoves } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import { useKeys } from '../../../parts/useKeys.ts';
import { BookedBeforeDialog } from './BookedBeforeDialog.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';

function doneText(answer: BookedBeforeAnswer | undefined) {
  if (answer === undefined) return 'ship.done.released';
  return answer === 'same-parcel' ? 'holding.toldSame' : 'holding.toldAnother';
}

/** Keeps an order back with a reason, or lets it go; after a refund that takes a second yes. One key for both. */
export function HoldActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [asked, setAsked] = useState<'hold' | 'release' | 'answer' | null>(null);
  const close = (): void => setAsked(null);
  const release = useMutation({
    mutationFn: (answer?: BookedBeforeAnswer) =>
      core.orders.release({ orderId: order.id, version: order.version, ...(answer && { answer }) }),
    onSuccess: (_, answer) => say({ tone: 'done', says: t(doneText(answer), { orderNo: order.orderNo }) }),
  });
  const isHeld = order.state === 'held';
  const canHold =
    orderMoves[order.state].includes('held') && order.state !== 'merged' && order.state !== 'split';
  const press = (): void => {
    if (canHold) setAsked('hold');
    else if (order.holdReason === 'refund') setAsked('release');
    else if (order.holdReason === 'booked-before') setAsked('answer');
    else release.mutate(undefined);
  };
  const releases = order.holdReason === 'booked-before' ? 'holding.answer' : 'ship.release';
  const says = t(isHeld ? releases : 'ship.hold');
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
            release.mutate(undefined);
          }}
        />
      )}
      {asked === 'answer' && (
        <BookedBeforeDialog
          order={order}
          onClose={close}
          onAnswer={(answer) => {
            close();
            release.mutate(answer);
          }}
        />
      )}
    </>
  );
}
