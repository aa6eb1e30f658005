import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pageClock } from '../../bridge/pageClock.ts';
import { correctQueries } from '../../bridge/queries/correctQueries.ts';
import { useCorrectionBatch } from '../../bridge/useCorrectionBatch.ts';
import { useToasts } from '../../parts/feedback/toasts.ts';

/** The newest acceptance that can be taken back, of whatever size; it outlives the page. */
export function useUndo(onUndone: (orderId: string | null) => void) {
  const { t } = useTranslation();
  const newest = useQuery(correctQueries.steps()).data?.[0] ?? null;
  const batch = useCorrectionBatch((store) => store.batch);
  const isBusy = batch?.stage === 'running' || batch?.stage === 'cancelling';
  return {
    newest,
    isBusy,
    undo: (): void => {
      if (newest === null || isBusy) return;
      const { undo, clear } = useCorrectionBatch.getState();
      undo(newest.stepId, newest.orders, pageClock.now(), () => {
        const { changed = 0, kept = 0 } = useCorrectionBatch.getState().batch ?? {};
        // A single one needs no summary; many keep theirs on the screen.
        if (newest.orders === 1 && kept === 0) clear();
        if (kept > 0 && newest.orders === 1) {
          clear();
          useToasts.getState().say({ tone: 'unsure', says: t('correct.undoKept', { count: kept }) });
        }
        onUndone(changed > 0 ? newest.orderId : null);
      });
    },
  };
}
