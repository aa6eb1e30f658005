import { useQuery } from '@tanstack/react-query';
import { questions } from '../../bridge/questions.ts';
import { type TodayItem, todayItems, wrongItems } from '../todayTable.ts';

/** What needs a person now, dearest first; `isKnown` false: not known yet. */
export function useAttention(): { readonly isKnown: boolean; readonly wrong: readonly TodayItem[] } {
  const status = useQuery(questions.status()).data;
  const booking = useQuery(questions.bookingSummary()).data;
  if (status === undefined || booking === undefined) return { isKnown: false, wrong: [] };
  return { isKnown: true, wrong: wrongItems(todayItems(status, booking)) };
}
