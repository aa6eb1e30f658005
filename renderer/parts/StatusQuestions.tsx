import { useTranslation } from 'react-i18next';
import './statusQuestions.css';
import { type StatusVerdict, statusVerdicts } from '../../shared/domain/order.ts';
import { Button, KeyHint } from './Button.tsx';
import { formatCount } from './format.ts';
import { useKeys } from './keys.ts';

export interface StatusQuestion {
  readonly profile: string;
  readonly word: string;
  /** Orders that wait for the answer. */
  readonly orders: number;
}

interface StatusQuestionsProps {
  readonly questions: readonly StatusQuestion[];
  onAnswer(answer: {
    readonly profile: string;
    readonly word: string;
    readonly verdict: StatusVerdict;
  }): void;
}

/** Words nobody has explained yet: what do they mean for shipping? Keys answer the first one. */
export function StatusQuestions({ questions, onAnswer }: StatusQuestionsProps) {
  const { t } = useTranslation();
  const [first] = questions;
  useKeys(
    first === undefined
      ? []
      : statusVerdicts.map((verdict, index) => ({
          combo: String(index + 1),
          says: `${first.word}: ${t(`dictionary.verdict.${verdict}`)}`,
          run: () => onAnswer({ profile: first.profile, word: first.word, verdict }),
        })),
  );
  return (
    <section className="stack-tight" aria-label={t('dictionary.questions')}>
      <h3 className="question-title">{t('dictionary.questions')}</h3>
      <ul className="plain-list status-questions">
        {questions.map(({ profile, word, orders }, at) => (
          <li key={`${profile}-${word}`} className="line status-question">
            <strong>{word}</strong>
            <span className="soft small grow">
              {t('dictionary.asks', {
                profile: t(`source.${profile}`, profile),
                count: orders,
                shown: formatCount(orders),
              })}
            </span>
            {statusVerdicts.map((verdict, index) => (
              <Button key={verdict} size="small" onPress={() => onAnswer({ profile, word, verdict })}>
                {at === 0 && <KeyHint combo={String(index + 1)} />} {t(`dictionary.verdict.${verdict}`)}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
