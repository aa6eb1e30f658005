import { useTranslation } from 'react-i18next';
import type { Answered } from '../../shared/contracts/contract.ts';
import { repeatAnswers } from '../../shared/domain/order.ts';
import { core } from '../bridge/core.ts';
import { Button } from '../parts/Button.tsx';
import { gapBetween } from '../parts/format.ts';
import { useAct } from './useAct.ts';
import '../parts/statusQuestions.css';

type RepeatQuestion = Answered<'dictionary', 'repeats'>['questions'][number];

/** Counted once, or each: remembered for files of this layout, and all orders that wait for it go on. */
export function RepeatAnswers({ layout }: Pick<RepeatQuestion, 'layout'>) {
  const { t } = useTranslation();
  const answer = useAct(
    (given: Parameters<typeof core.dictionary.answerRepeats>[0]) => core.dictionary.answerRepeats(given),
    { says: ({ settledOrders: count }) => (count > 0 ? t('dictionary.settled', { count }) : null) },
  );
  return repeatAnswers.map((id) => (
    <Button key={id} size="small" onPress={() => answer.mutate({ layout, answer: id })}>
      {t(`repeats.answer.${id}`)}
    </Button>
  ));
}

/** Orders with identical rows that wait for one answer, by layout. */
export function RepeatQuestions({ questions }: { readonly questions: readonly RepeatQuestion[] }) {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t('repeats.title')}>
      <h3 className="question-title">{t('repeats.title')}</h3>
      <ul className="plain-list status-questions">
        {questions.map(({ layout, orders, orderNo, rows }) => {
          const [asks, remembered] = [
            t('repeats.asks', { count: orders, orderNo, rows }),
            t('repeats.remembered'),
          ];
          return (
            <li key={layout} className="line status-question">
              <span className="grow">
                {asks}
                {gapBetween(asks, remembered)}
                <span className="soft small">{remembered}</span>
              </span>
              <RepeatAnswers layout={layout} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
