import { useTranslation } from 'react-i18next';
import { useToasts } from '../../parts/feedback/toasts.ts';

/** What is said after labels were released or given up. */
export function useJobWord() {
  const { t } = useTranslation();
  const { say } = useToasts.getState();
  return {
    released: {
      onSuccess: ({ released }: { readonly released: number }) =>
        say({ tone: 'done', says: t('printing.released', { count: released }) }),
    },
    cancelled: {
      onSuccess: ({ cancelled }: { readonly cancelled: number }) =>
        say({ tone: 'done', says: t('printing.discarded', { count: cancelled }) }),
    },
  };
}
