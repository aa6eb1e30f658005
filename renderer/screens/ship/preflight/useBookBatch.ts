import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { pageClock } from '../../../bridge/pageClock.ts';
import { useBookingRun } from '../../../bridge/useBookingRun.ts';
import { useToasts } from '../../../parts/feedback/toasts.ts';
import type { RefusedOrder } from '../groupRefused.ts';
import type { Batch } from './batch.ts';

/** Puts a batch into the booking queue and begins the run that the page follows. */
export function useBookBatch(batch: Batch, onBooked: (refused: readonly RefusedOrder[]) => void) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const { begin } = useBookingRun.getState();
  return useMutation({
    mutationFn: async () => {
      const startedAt = pageClock.now();
      const { selection, accountId, carrier, printerUri } = batch;
      const result = await core.ship.book({ selection, accountId, carrier, printerUri });
      return { startedAt, ...result };
    },
    onSuccess: ({ startedAt, planned, held, refused }) => {
      if (held > 0) say({ tone: 'unsure', says: t('rules.desk.held', { count: held }) });
      // The strip of the run says how many, and its words are not covered by a message of the same.
      if (planned > 0) begin(startedAt);
      onBooked(refused);
    },
  });
}
