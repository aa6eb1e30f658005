import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { orderQueries } from '../../bridge/queries/orderQueries.ts';
import { maxTicks, readRange } from '../../bridge/readRange.ts';
import { AskingButton } from '../../parts/AskingButton.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { formatCount } from '../../parts/formatCount.ts';

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
  const retry = useMutation({
    mutationFn: async () => {
      const ids = orderIds.length > 0 ? [...orderIds] : await allFailed();
      return ids.length === 0 ? { planned: 0 } : core.ship.retryFailed({ orderIds: ids });
    },
    onSuccess: ({ planned }) => say({ tone: 'done', says: t('ship.retried', { count: planned }) }),
  });
  const shown = formatCount(count);
  return (
    <AskingButton
      icon="refresh"
      label={t('ship.retryFailed', { count, shown })}
      title={t('ship.retryTitle', { count, shown })}
      note={t('ship.retryNote')}
      yes={t('ship.retryYes', { count, shown })}
      isBusy={retry.isPending}
      act={() => retry.mutateAsync()}
    />
  );
}
