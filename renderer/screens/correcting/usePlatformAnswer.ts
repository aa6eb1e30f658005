import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { knowledgeQueries } from '../../bridge/queries/knowledgeQueries.ts';
import { useKeys } from '../../parts/useKeys.ts';

/** Asks the platform's own parser about one order, when somebody wants it; nothing is taken over by itself. */
export function usePlatformAnswer(orderId: string) {
  const { t } = useTranslation();
  const askable = useQuery(knowledgeQueries.askable()).data ?? [];
  const ask = useMutation({
    meta: { isShownInPlace: true },
    mutationFn: () => core.addressKnowledge.ask({ orderId }),
  });
  const canAsk = askable.some(({ canParse }) => canParse);
  const run = (): void => {
    if (canAsk && !ask.isPending) ask.mutate();
  };
  useKeys(canAsk ? [{ combo: 'Alt+p', says: t('correct.askKey'), run }] : []);
  return { canAsk, isAsking: ask.isPending, answer: ask.data ?? null, error: ask.error, ask: run };
}
