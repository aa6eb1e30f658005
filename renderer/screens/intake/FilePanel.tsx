import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { type ImportItem, type ImportRun, importQueue, isUnderWay } from '../../bridge/importQueue.ts';
import type { Recognition } from '../../bridge/questions.ts';
import { Button, KeyHint } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { formatCount, useDuration } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { useKeys } from '../../parts/keys.ts';
import { ProgressBar } from '../../parts/StateMark.tsx';
import { asksPassword, openQuestions } from '../../work/intake/openQuestions.ts';
import { MappingPage } from './mapping/MappingPage.tsx';
import { MappingNotices, RecognisedFacts } from './RecognisedFacts.tsx';
import { RunSummary } from './RunSummary.tsx';

/** One file by its stage: being read, asking, running, done. */
export function FilePanel({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  if (isUnderWay(item)) return <RunProgress item={item} />;
  if (item.stage === 'unreadable') return <UnreadableFile item={item} />;
  if (item.stage === 'finished') return <RunSummary item={item} />;
  if (item.stage === 'failed' && item.failure !== null)
    return (
      <FailureNotice failure={item.failure}>
        <Button onPress={() => importQueue.remove(item.id)}>{t('common.close')}</Button>
      </FailureNotice>
    );
  if (item.stage === 'waiting')
    return (
      <section className="panel panel-pad line" aria-label={item.name}>
        <h2 className="grow">{t('imports.waitsForTurn', { file: item.name })}</h2>
        <Button onPress={() => importQueue.cancel(item.id)}>{t('imports.notYet')}</Button>
      </section>
    );
  if (item.recognition === null)
    return (
      <section className="panel panel-pad" aria-label={item.name}>
        <p className="soft">{t('imports.reading')}</p>
      </section>
    );
  return <KnownFile item={item} recognition={item.recognition} />;
}

/** Seconds left at the present rate; null until there is one. */
function secondsLeft({ rows, share, rowsPerSecond }: ImportRun): number | null {
  if (share === null || share <= 0 || rowsPerSecond <= 0) return null;
  return (rows / share - rows) / rowsPerSecond;
}

/** An import under way; it goes on when the screen is left. */
function RunProgress({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { run } = item;
  const left = secondsLeft(run);
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.running')}>
      <header className="line">
        <h2 className="grow">{t('imports.importing', { file: item.name })}</h2>
        <KeyButton
          combo="Ctrl+."
          isBusy={item.stage === 'cancelling'}
          onPress={() => importQueue.cancel(item.id)}
        >
          {t('common.cancel')}
        </KeyButton>
      </header>
      <ProgressBar share={run.share} label={t('imports.running')} />
      <p className="run-figures">
        <strong className="number">
          {run.share === null ? formatCount(run.rows) : `${Math.round(run.share * 100)}%`}
        </strong>
        <span className="number">
          {t('imports.rowsDone', { rows: formatCount(run.rows), imported: formatCount(run.imported) })}
        </span>
        <span className="soft number">
          {t('imports.rate', { rate: formatCount(Math.round(run.rowsPerSecond)) })}
        </span>
        {left !== null && <span className="soft number">{t('imports.left', { left: duration(left) })}</span>}
      </p>
      <p className="soft small">{t('imports.mayLeave')}</p>
    </section>
  );
}

/** The password of a protected workbook; it is used for this file and forgotten with it. */
function PasswordQuestion({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <Form
      look="line password-question"
      isReady={password !== ''}
      onSubmit={() => importQueue.answer(item.id, { password })}
    >
      <TextField
        label={t('imports.password')}
        hint={t('imports.passwordHint')}
        type="password"
        maxLength={255}
        isAutoFocused
        value={password}
        onChange={setPassword}
      />
      <Button look="primary" isSubmit keyHint="Enter" isDisabled={password === ''}>
        {t('imports.open')}
      </Button>
    </Form>
  );
}

/** A file that cannot be recognised: why, and what the operator can do about it. */
function UnreadableFile({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const isLocked = asksPassword(item);
  const canRetry = !isLocked && (item.fileToken !== undefined || item.overrides.pasted !== undefined);
  if (item.failure === null) return null;
  return (
    <section className="panel panel-pad stack" aria-label={item.name}>
      <h2>{item.name}</h2>
      <FailureNotice failure={item.failure} tone={isLocked ? 'info' : 'failed'}>
        <Button onPress={() => importQueue.remove(item.id)}>{t('imports.otherFile')}</Button>
        {canRetry && (
          <KeyButton combo="Enter" onPress={() => importQueue.answer(item.id, {})}>
            {t('common.retry')}
          </KeyButton>
        )}
      </FailureNotice>
      {isLocked && <PasswordQuestion item={item} />}
    </section>
  );
}

/** What we take a file for, to be corrected column by column before anything is stored. */
function KnownFile({ item, recognition }: { readonly item: ImportItem; readonly recognition: Recognition }) {
  const { t } = useTranslation();
  const fields = useQuery(ask.imports.fields.queryOptions()).data;
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
          {fields !== undefined && (
            <MappingPage
              columns={recognition.mapping}
              fields={fields}
              onAssign={(columnIndex, field) =>
                answer(item.id, { columns: { ...item.overrides.columns, [columnIndex]: field } })
              }
            />
          )}
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
