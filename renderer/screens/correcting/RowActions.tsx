import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { CorrectionItem } from '../../bridge/questions.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { useKeys } from '../../parts/keys.ts';
import { HoldDialog } from '../../work/HoldDialog.tsx';
import { useAct } from '../../work/useAct.ts';

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
  const [asking, setAsking] = useState<'hold' | 'cancel' | null>(null);
  const close = (): void => setAsking(null);
  const putOff = useAct(() => core.correct.putOff({ orderId: item.orderId, to: 'end' }), {
    after: () => {
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
  const decided = (): void => {
    close();
    onGone(true);
  };
  const cancel = useAct(
    async () => {
      for (const { orderId, version } of orders) await core.orders.cancel({ orderId, version });
    },
    { says: () => t('correct.wasCancelled', { count: orders.length }), after: decided },
  );
  const skip = (): void => {
    if (!putOff.isPending) putOff.mutate();
  };
  useKeys([
    { combo: 'Alt+s', says: t('correct.putOff'), run: skip },
    { combo: 'Alt+h', says: t('ship.hold'), run: () => setAsking('hold') },
  ]);
  return (
    <>
      <Button icon="down" title={`${t('correct.putOff')}  Alt+S`} isBusy={putOff.isPending} onPress={skip}>
        {t('correct.putOff')}
      </Button>
      <Button icon="pause" title={`${t('ship.hold')}  Alt+H`} onPress={() => setAsking('hold')}>
        {t('ship.hold')}
      </Button>
      <Button icon="ban" onPress={() => setAsking('cancel')}>
        {t('ship.cancel')}
      </Button>
      {asking === 'hold' && (
        <HoldDialog
          title={t('correct.holdTitle', { count: orders.length })}
          yes={t('correct.holdYes', { count: orders.length })}
          says={t('correct.wasHeld', { count: orders.length })}
          usual="address"
          orders={orders}
          onHeld={decided}
          onClose={close}
        />
      )}
      {asking === 'cancel' && (
        <AskDialog
          title={
            orders.length === 1
              ? t('ship.cancelTitle', { orderNo: item.orderNo })
              : t('correct.cancelTitle', { count: orders.length })
          }
          yes={t('correct.cancelYes', { count: orders.length })}
          no={t('correct.keep')}
          look="danger"
          {...cancel.dialog()}
          onClose={close}
        >
          <p>{t('correct.cancelNote')}</p>
        </AskDialog>
      )}
    </>
  );
}
