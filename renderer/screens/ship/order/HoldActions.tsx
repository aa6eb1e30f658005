import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alarmCode, type BookedBeforeAnswer, orderMoves } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice, Notice } from '../../../parts/feedback/Notice.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { HoldDialog } from '../../../work/HoldDialog.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

function doneText(answer: BookedBeforeAnswer | undefined) {
  if (answer === undefined) return 'ship.done.released';
  return answer === 'same-parcel' ? 'holding.toldSame' : 'holding.toldAnother';
}

/** Keeps an order back with a reason, or lets it go; after a refund that takes a second yes. One key for both. */
export function HoldActions({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'hold' | 'release' | 'answer' | null>(null);
  const close = (): void => setAsked(null);
  const release = useAct(
    (answer?: BookedBeforeAnswer) =>
      core.orders.release({ orderId: order.id, version: order.version, ...(answer && { answer }) }),
    { says: (_, answer) => t(doneText(answer), { orderNo: order.orderNo }) },
  );
  const answer = (said?: BookedBeforeAnswer): void => {
    close();
    release.mutate(said);
  };
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
  if (!isHeld && !canHold) return null;
  return (
    <>
      <KeyButton
        size="small"
        icon={isHeld ? 'play' : 'pause'}
        combo={letters.hold}
        isBusy={release.isPending}
        onPress={press}
      >
        {t(isHeld ? releases : 'ship.hold')}
      </KeyButton>
      {asked === 'hold' && (
        <HoldDialog
          title={t('holding.title', { orderNo: order.orderNo })}
          yes={t('ship.hold')}
          says={t('ship.done.held', { orderNo: order.orderNo })}
          usual={null}
          orders={[{ orderId: order.id, version: order.version }]}
          onHeld={close}
          onClose={close}
        />
      )}
      {asked === 'release' && (
        // A refund stopped this order: shipping it all the same costs the goods.
        <AskDialog
          title={t('holding.releaseTitle', { orderNo: order.orderNo })}
          yes={t('holding.releaseYes')}
          no={t('holding.keepHeld')}
          look="danger"
          onYes={() => answer()}
          onClose={close}
        >
          <p>{t('holding.releaseRefund')}</p>
        </AskDialog>
      )}
      {asked === 'answer' && <BookedBeforeDialog order={order} onClose={close} onAnswer={answer} />}
    </>
  );
}

interface BookedBeforeDialogProps {
  readonly order: OrderDetailView;
  onAnswer(answer: BookedBeforeAnswer): void;
  onClose(): void;
}

/** A restored backup has missed a booking of this number: only a person can see whether it is this parcel. */
function BookedBeforeDialog({ order, onAnswer, onClose }: BookedBeforeDialogProps) {
  const { t } = useTranslation();
  const [asked] = order.complaints;
  // A number that was given back is on no parcel.
  const canBeSame = asked?.code !== 'NUMBER_VOIDED_BEFORE_RESTORE';
  return (
    <Dialog
      title={t('holding.bookedBeforeTitle', { orderNo: order.orderNo })}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('holding.keepHeld')}</Button>
          <Button onPress={() => onAnswer('another-parcel')}>{t('holding.anotherParcel')}</Button>
          {canBeSame && (
            <Button look="primary" onPress={() => onAnswer('same-parcel')}>
              {t('holding.sameParcel')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {asked !== undefined && <FailureNotice tone="note" failure={asked} />}
        <p className="soft small">{t('holding.bookedBeforeNote')}</p>
      </div>
    </Dialog>
  );
}

/** Why and since when an order is kept back, or why it should never have gone out. */
export function HoldNotice({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  if (order.alarm !== '') {
    return (
      <FailureNotice
        failure={{ code: alarmCode(order.alarm, order.state), params: { orderNo: order.orderNo } }}
      />
    );
  }
  if (order.state !== 'held' || order.holdReason === '') return null;
  return (
    <Notice
      tone={order.holdReason === 'refund' || order.holdReason === 'booked-before' ? 'unsure' : 'info'}
      title={t('holding.heldFor', { reason: t(`hold.${order.holdReason}`) })}
      next={order.holdNote}
    >
      {order.heldAt !== null && <Moment at={order.heldAt} as="age" />}
    </Notice>
  );
}
