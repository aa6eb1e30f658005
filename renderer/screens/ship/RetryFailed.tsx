import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { orderQueries } from '../../bridge/queries/orderQueries.ts';
import { maxTicks, readRange } from '../../bridge/readRange.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { formatCount } from '../../parts/format/formatCount.ts';

async function allFailed(): Promise<string[]> {
  const rows = await readRange(orderQueries.list({ state: 'failed' }), 0, maxTicks - 1);
  return rows.map(({ id }) => id);
}

interface RetryFailedProps {
  /** Ticked orders that were refused; none ticked: all of them. */
  readonly orderIds: readonly string[];
  /** How many that is. */
  readonly count: number;
}

/** Tries refused bookings again, once somebody has read how many and how. Unsure ones are never among them. */
export function RetryFailed({ orderIds, count }: RetryFailedProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [isAsking, setAsking] = useState(false);
  const retry = useMutation({
    mutationFn: async () => {
      const ids = orderIds.length > 0 ? [...orderIds] : await allFailed();
      return ids.length === 0 ? { planned: 0 } : core.ship.retryFailed({ orderIds: ids });
    },
    onSuccess: ({ planned }) => say({ tone: 'done', says: t('ship.retried', { count: planned }) }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button icon="refresh" onPress={() => setAsking(true)}>
        {t('ship.retryFailed', { count, shown: formatCount(count) })}
      </Button>
      {isAsking && (
        <Dialog
          title={t('ship.retryTitle', { count, shown: formatCount(count) })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button look="primary" isBusy={retry.isPending} onPress={() => retry.mutate()}>
                {t('ship.retryYes', { count, shown: formatCount(count) })}
              </Button>
            </>
          }
        >
          <p>{t('ship.retryNote')}</p>
        </Dialog>
      )}
    </>
  );
}
