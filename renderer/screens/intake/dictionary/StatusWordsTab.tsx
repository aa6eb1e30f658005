import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { dictionaryQueries } from '../../../bridge/queries/dictionaryQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { StatusQuestions } from '../../../parts/StatusQuestions.tsx';

/** Words of shops for the state of an order: asked, answered and built in. */
export function StatusWordsTab() {
  const { t } = useTranslation();
  const words = useQuery(dictionaryQueries.statusWords()).data;
  const forget = useMutation({
    mutationFn: (word: { readonly profile: string; readonly word: string }) =>
      core.dictionary.forgetStatus(word),
  });
  const answer = useMutation({
    mutationFn: (given: Parameters<typeof core.dictionary.answerStatus>[0]) =>
      core.dictionary.answerStatus(given),
  });
  if (words === undefined) return null;
  return (
    <div className="stack">
      {words.questions.length > 0 && (
        <StatusQuestions questions={words.questions} onAnswer={(given) => answer.mutate(given)} />
      )}
      <section className="stack-tight">
        <h3>{t('dictionary.answered')}</h3>
        {words.answers.length === 0 && <p className="soft small">{t('dictionary.noAnswers')}</p>}
        {words.answers.length > 0 && (
          <ul className="plain-list panel">
            {words.answers.map(({ profile, word, verdict }) => (
              <li key={`${profile}-${word}`} className="settings-row">
                <strong>{word}</strong>
                <span className="soft small">{t(`source.${profile}`, profile)}</span>
                <span className="grow">{t(`dictionary.verdict.${verdict}`)}</span>
                <Button size="small" icon="trash" onPress={() => forget.mutate({ profile, word })}>
                  {t('dictionary.forget')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="stack-tight">
        <h3>{t('dictionary.known')}</h3>
        <dl className="facts">
          {words.known.map(({ verdict, words: known }) => (
            <div key={verdict} className="fact">
              <dt>{t(`dictionary.verdict.${verdict}`)}</dt>
              <dd>
                <ul className="plain-list chips">
                  {known.map((word) => (
                    <li key={word} className="chip">
                      {word}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
