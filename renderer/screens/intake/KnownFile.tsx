import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { importQueries, type Recognition } from '../../bridge/queries/importQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { EncodingQuestion } from './EncodingQuestion.tsx';
import { MappingNotices } from './MappingNotices.tsx';
import { MappingPage } from './mapping/MappingPage.tsx';
import { openQuestions } from './openQuestions.ts';
import { RecognisedFacts } from './RecognisedFacts.tsx';

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
  const begin = (): void => {
    if (canStart) start([item.id]);
  };
  useKeys([{ combo: 'Enter', says: t('imports.start'), run: begin }]);
  return (
    <section className="panel panel-pad stack known-file" aria-label={t('imports.recognised')}>
      <header className="line">
        <h2 className="grow">{item.name}</h2>
        <Button look="quiet" onPress={() => remove(item.id)}>
          {t('imports.otherFile')}
        </Button>
        <Button look="primary" keyHint="Enter" isDisabled={!canStart} onPress={begin}>
          {t('imports.start')}
        </Button>
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
