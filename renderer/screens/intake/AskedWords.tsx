import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { dictionaryQueries } from '../../bridge/queries/dictionaryQueries.ts';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { StatusQuestions } from '../../parts/StatusQuestions.tsx';

/** Status words of this platform that nobody has explained; the answer is remembered and settles the orders that wait. */
export function AskedWords({ profile }: { readonly profile: string }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const words = useQuery(dictionaryQueries.statusWords()).data;
  const answer = useMutation({
    mutationFn: (given: Parameters<typeof core.dictionary.answerStatus>[0]) =>
      core.dictionary.answerStatus(given),
    onSuccess: ({ settledOrders }) => {
      if (settledOrders > 0) say({ tone: 'done', says: t('dictionary.settled', { count: settledOrders }) });
    },
  });
  const questions = words?.questions.filter((question) => question.profile === profile) ?? [];
  if (questions.length === 0) return null;
  return <StatusQuestions questions={questions} onAnswer={(given) => answer.mutate(given)} />;
}
