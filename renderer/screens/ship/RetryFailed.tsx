import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { orderQueries } from '../../bridge/queries/orderQueries.ts';
import { maxTicks, readRange } from '../../bridge/readRange.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';

async function allFailed(): Promise<string[]> {
  const rows = await readRange(orderQueries.list({ state: 'failed' }), 0, maxTicks - 1);
  return rows.map(({ id }) => id);
}

/** Tries refused bookings again: the ticked ones, or all when none is ticked. Unsure ones are never among them. */
export function RetryFailed({ orderIds }: { readonly orderIds: readonly string[] }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const retry = useMutation({
    mutationFn: async () => {
      const ids = orderIds.length > 0 ? [...orderIds] : await allFailed();
      return ids.length === 0 ? { planned: 0 } : core.ship.retryFailed({ orderIds: ids });
    },
    onSuccess: ({ planned }) => say({ tone: 'done', says: t('ship.retried', { count: planned }) }),
  });
  return (
    <Button icon="refresh" isBusy={retry.isPending} onPress={() => retry.mutate()}>
      {t('ship.retryFailed')}
    </Button>
  );
}
