import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Section, type SectionProps } from '../../../parts/Section.tsx';
import { StatusQuestions } from '../../../parts/StatusQuestions.tsx';
import { useTabs } from '../../../parts/Tabs.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';
import { FieldsTab } from './FieldsTab.tsx';

/** What the program takes a header or a status word for, and what this workspace taught it. */
export function DictionarySection({ settings }: SectionProps) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [tab, tabField] = useTabs(t('common.show'), ['fields', 'memories', 'status'], (value) =>
    t(`dictionary.tab.${value}`),
  );
  const dictionary = useQuery(ask.dictionary.get.queryOptions()).data;
  const exported = useAct(() => core.dictionary.exportFieldList({ language: settings.language }), {
    says: (file) => fileWords(t('dictionary.exported', { count: file.rows }), file),
  });
  return (
    <Section
      title={t('settings.section.dictionary')}
      isFull
      look="dictionary"
      beside={tabField}
      actions={
        <Button icon="file" {...exported.press()}>
          {t('dictionary.export')}
        </Button>
      }
    >
      {tab === 'fields' && dictionary !== undefined && <FieldsTab dictionary={dictionary} />}
      {tab === 'memories' && <MemoriesTab />}
      {tab === 'status' && <StatusWordsTab />}
    </Section>
  );
}

/** Headers shown of a remembered file; the rest is on hover. */
const shownHeaders = 6;

/** Columns that were chosen by hand and are chosen so again for files with the same headers. */
function MemoriesTab() {
  const { t } = useTranslation();
  const memories = useQuery(ask.dictionary.memories.queryOptions()).data ?? [];
  const forget = useAct((key: string) => core.dictionary.forgetMemory({ key }));
  if (memories.length === 0)
    return (
      <EmptyState icon="columns" title={t('dictionary.noMemories')}>
        <p>{t('dictionary.noMemoriesNote')}</p>
      </EmptyState>
    );
  return (
    <ul className="plain-list panel">
      {memories.map(({ key, profile, headers, columns, uses, usedAt }) => (
        <li key={key} className="settings-row memory-row">
          <div className="grow stack-tight">
            <strong>
              {t(`source.${profile}`, profile)}{' '}
              <span className="soft small" title={headers.join(t('common.listComma'))}>
                {t('dictionary.headers', {
                  headers: headers.slice(0, shownHeaders).join(t('common.listComma')),
                  count: headers.length,
                })}
              </span>
            </strong>
            <ul className="plain-list chips">
              {columns.map(({ header, field }) => (
                <li key={header} className="chip">
                  {`${header} → ${field === null ? t('imports.leaveOut') : t(`canonical.${field}`, field)}`}
                </li>
              ))}
            </ul>
            <p className="soft small">
              <Moment after={t('dictionary.used', { count: uses })} at={usedAt} />
            </p>
          </div>
          <Button size="small" icon="trash" onPress={() => forget.mutate(key)}>
            {t('dictionary.forget')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Words of shops for the state of an order: asked, answered and built in. */
function StatusWordsTab() {
  const { t } = useTranslation();
  const words = useQuery(ask.dictionary.statusWords.queryOptions()).data;
  const forget = useAct((word: { readonly profile: string; readonly word: string }) =>
    core.dictionary.forgetStatus(word),
  );
  const answer = useAct((given: Parameters<typeof core.dictionary.answerStatus>[0]) =>
    core.dictionary.answerStatus(given),
  );
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
