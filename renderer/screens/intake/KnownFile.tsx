import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ImportItem, importQueue } from '../../bridge/importQueue.ts';
import { importQueries, type Recognition } from '../../bridge/queries/intakeQueries.ts';
import { Button, KeyHint } from '../../parts/Button.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { useKeys } from '../../parts/keys.ts';
import { MappingPage } from './mapping/MappingPage.tsx';
import { openQuestions } from './openQuestions.ts';
import { MappingNotices, RecognisedFacts } from './RecognisedFacts.tsx';

interface KnownFileProps {
  readonly item: ImportItem;
  readonly recognition: Recognition;
}

/** What we take a file for, to be corrected column by column before anything is stored. */
export function KnownFile({ item, recognition }: KnownFileProps) {
  const { t } = useTranslation();
  const fields = useQuery(importQueries.fields()).data ?? [];
  const { start, answer, remove } = importQueue;
  const questions = openQuestions(item);
  const canStart = item.stage === 'known' && questions.length === 0;
  return (
    <section className="panel panel-pad stack known-file" aria-label={t('imports.recognised')}>
      <header className="line">
        <h2 className="grow">{item.name}</h2>
        <Button look="quiet" onPress={() => remove(item.id)}>
          {t('imports.otherFile')}
        </Button>
        <KeyButton look="primary" combo="Enter" isDisabled={!canStart} onPress={() => start([item.id])}>
          {t('imports.start')}
        </KeyButton>
      </header>
      {!questions.includes('encoding') && <RecognisedFacts item={item} recognition={recognition} />}
      {recognition.encodingQuestion !== undefined && (
        <EncodingQuestion
          question={recognition.encodingQuestion}
          chosen={item.overrides.encoding}
          onChoose={(encoding) => answer(item.id, { encoding })}
        />
      )}
      {questions.includes('encoding') ? null : (
        <>
          <MappingNotices item={item} recognition={recognition} />
          <MappingPage
            columns={recognition.mapping}
            fields={fields}
            onAssign={(columnIndex, field) =>
              answer(item.id, { columns: { ...item.overrides.columns, [columnIndex]: field } })
            }
          />
        </>
      )}
    </section>
  );
}

type Question = NonNullable<Recognition['encodingQuestion']>;
type Encoding = Question['choices'][number]['encoding'];

interface EncodingQuestionProps {
  readonly question: Question;
  readonly chosen: Encoding | undefined;
  onChoose(encoding: Encoding): void;
}

/** The bytes do not say their encoding: the same lines in each, one key a choice. A person sees at once which is words. */
function EncodingQuestion({ question, chosen, onChoose }: EncodingQuestionProps) {
  const { t } = useTranslation();
  useKeys(
    question.choices.map(({ encoding }, index) => ({
      combo: String(index + 1),
      says: t('imports.readAs', { encoding: t(`imports.encodingName.${encoding}`) }),
      run: () => onChoose(encoding),
    })),
  );
  return (
    <section className="stack" aria-label={t('imports.encodingAsked')}>
      <h3 className="question-title">{t('imports.encodingAsked')}</h3>
      <ul className="plain-list encoding-choices">
        {question.choices.map(({ encoding, preview, damagedCharacters }, index) => (
          <li key={encoding} className={`encoding-choice${encoding === chosen ? ' encoding-chosen' : ''}`}>
            <div className="line">
              <KeyHint combo={String(index + 1)} />
              <strong className="grow">{t(`imports.encodingName.${encoding}`)}</strong>
              <span className={damagedCharacters > 0 ? 'small text-failed' : 'small soft'}>
                {t('imports.damagedCharacters', { count: damagedCharacters })}
              </span>
              <Button size="small" onPress={() => onChoose(encoding)}>
                {t('imports.takeThis')}
              </Button>
            </div>
            <pre className="encoding-preview">{preview.join('\n')}</pre>
          </li>
        ))}
      </ul>
    </section>
  );
}
