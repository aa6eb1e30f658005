import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { gapBetween } from '../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../bridge/core.ts';
import { type ImportItem, importQueue, sourceOf } from '../../bridge/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { useHeard } from '../../parts/feedback/Heard.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { go } from '../../parts/place.ts';
import { StatusQuestions } from '../../parts/StatusQuestions.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { useDescribe } from '../../words/describe.ts';
import { saidOnce } from '../../words/saidOnce.ts';
import { useFileWords } from '../../work/outcomeWords.ts';
import { RepeatQuestions } from '../../work/RepeatQuestions.tsx';
import { useAct } from '../../work/useAct.ts';
import { WaitingSummary } from './WaitingImports.tsx';

/** Rows with complaints shown at once; the rest are in Correct anyway. */
const maxAttention = 100;

type Complaint = Summary['attention'][number];

function Attention({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const wordsOf = ({ code, field, params, orderNo, rowNumber }: Complaint) =>
    describe(code, { orderNo, row: rowNumber, field, ...params });
  const problem = (complaint: Complaint) => {
    const { code } = complaint;
    const { says, next } = wordsOf(complaint);
    return (
      <>
        {says}
        {gapBetween(says, next)}
        <span className="soft">{next}</span> <code className="code">{code}</code>
      </>
    );
  };
  // One complaint of several cells of a row, as of a name, a phone and an address in asterisks, reads the same for each of them.
  const ownerOf = ({ rowNumber, orderNo }: Complaint): string => `${rowNumber} ${orderNo}`;
  const bySentence = saidOnce(summary.attention, ownerOf).map(
    (complaint) => [`${ownerOf(complaint)} ${wordsOf(complaint).says}`, complaint] as const,
  );
  const attention = [...new Map(bySentence).values()];
  return (
    <>
      <PlainTable
        rows={attention.slice(0, maxAttention)}
        keyOf={({ rowNumber, code, field }) => `${rowNumber}-${code}-${field}`}
        columns={[
          [t('imports.row'), ({ rowNumber }) => (rowNumber > 0 ? rowNumber : ''), 'number'],
          [t('col.orderNo'), ({ orderNo }) => orderNo, 'number'],
          [t('imports.problem'), problem],
        ]}
      />
      {attention.length > maxAttention && (
        <p className="soft small">{t('imports.moreAttention', { count: attention.length - maxAttention })}</p>
      )}
    </>
  );
}

/** How an import ended, where each figure leads, and the one thing that comes next. */
function Finished({ item, summary }: { readonly item: ImportItem; readonly summary: Summary }) {
  const { t } = useTranslation();
  const failedRows = useFailedRows(item);
  const toCorrect = (): void => go('correct');
  const toShip = (): void => go('ship', { filter: 'ready' });
  const toChanges = (): void => go('import', { section: 'changes', importId: summary.importId });
  const saveFailed = (): void => failedRows.mutate();
  const needsReview = summary.needsReview > 0;
  const title = t(item.result?.isCancelled ? 'imports.cancelledFile' : 'imports.doneFile', {
    file: item.name,
  });
  const orders = t('known.orders', { count: summary.orders, shown: formatCount(summary.orders) });
  useHeard(
    [title, orders, needsReview ? t('imports.toReview', { count: summary.needsReview }) : ''].join(' '),
  );
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.done')}>
      <header className="line">
        <h2 className="grow">{title}</h2>
        <Button look="quiet" onPress={() => importQueue.remove(item.id)}>
          {t('imports.putAway')}
        </Button>
        {summary.rejected > 0 && (
          <KeyButton icon="file" combo="Ctrl+e" {...failedRows.press()}>
            {t('imports.saveFailed')}
          </KeyButton>
        )}
        {needsReview ? (
          <>
            <Button icon="ship" onPress={toShip}>
              {t('common.toShip')}
            </Button>
            <KeyButton
              look="primary"
              icon="correct"
              combo="Enter"
              says={t('imports.goOn')}
              onPress={toCorrect}
            >
              {t('imports.toReview', { count: summary.needsReview })}
            </KeyButton>
          </>
        ) : (
          <KeyButton look="primary" icon="ship" combo="Enter" says={t('imports.goOn')} onPress={toShip}>
            {t('common.toShip')}
          </KeyButton>
        )}
      </header>
      <SummaryFigures
        summary={summary}
        ways={{ imported: toShip, needsReview: toCorrect, changed: toChanges, rejected: saveFailed }}
      />
      <RowEquation summary={summary} />
      {item.recognition !== null && <AskedRepeats />}
      {item.recognition !== null && <AskedWords profile={item.recognition.profile} />}
      {summary.attention.length > 0 && <Attention summary={summary} />}
    </section>
  );
}

/** How an import ended and what needs a person now. */
export function RunSummary({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  if (item.result?.isWaiting === true) {
    const { importId, orders } = item.result.summary;
    return <WaitingSummary item={item} importId={importId} orders={orders} />;
  }
  if (item.result !== null) return <Finished item={item} summary={item.result.summary} />;
  return (
    <Notice
      tone="note"
      title={t('imports.cancelled', { count: item.run.imported })}
      next={t('imports.cancelledNext')}
    >
      <Button onPress={() => importQueue.remove(item.id)}>{t('common.close')}</Button>
    </Notice>
  );
}

type Summary = NonNullable<ImportItem['result']>['summary'];

interface SummaryFiguresProps {
  readonly summary: Summary;
  /** Where a figure leads; one without a way is only told. */
  readonly ways: Readonly<Partial<Record<keyof Summary, () => void>>>;
}

const figures = [
  ['imported', ''],
  ['fromMemory', ''],
  ['needsReview', ''],
  ['changed', 'run-figure-unsure'],
  ['rejected', 'run-figure-failed'],
  ['duplicates', ''],
  ['skipped', ''],
] as const;

/** What became of the rows, each figure with what it means, and as a button where there is something to do. */
function SummaryFigures({ summary, ways }: SummaryFiguresProps) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list figures">
      {figures.map(([id, look]) => {
        const count = summary[id];
        if (id === 'fromMemory' && count === 0) return null;
        // Rows that need no parcel are no failure.
        const isAlarming = id === 'rejected' ? count > summary.skipped : count > 0;
        const way = count > 0 ? ways[id] : undefined;
        const words = (
          <>
            <span className="soft small">{t(`imports.figure.${id}`)}</span>
            <strong className={`run-figure number ${isAlarming ? look : ''}`}>{formatCount(count)}</strong>
            <span className="soft small figure-note">{t(`imports.figureNote.${id}`)}</span>
          </>
        );
        return (
          <li key={id}>
            {way === undefined ? (
              <div className="figure-box">{words}</div>
            ) : (
              <button type="button" className="figure-box figure-way" onClick={way}>
                {words}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where every row of the file went: nothing is left over. */
function RowEquation({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation();
  const terms = (['orders', 'furtherRows', 'repeatedRows', 'rejected'] as const).filter(
    (term) => term === 'orders' || summary[term] > 0,
  );
  return (
    <p className="row-equation number">
      {t('imports.equation.rows', { count: summary.rows, shown: formatCount(summary.rows) })} ={' '}
      {terms
        .map((term) =>
          t(`imports.equation.${term}`, { count: summary[term], shown: formatCount(summary[term]) }),
        )
        .join(' + ')}
    </p>
  );
}

function AskedRepeats() {
  const repeats = useQuery(ask.dictionary.repeats.queryOptions()).data;
  return <RepeatQuestions questions={repeats?.questions ?? []} />;
}

/** Status words of this platform that nobody has explained; the answer is remembered and settles the orders that wait. */
function AskedWords({ profile }: { readonly profile: string }) {
  const { t } = useTranslation();
  const words = useQuery(ask.dictionary.statusWords.queryOptions()).data;
  const answer = useAct(
    (given: Parameters<typeof core.dictionary.answerStatus>[0]) => core.dictionary.answerStatus(given),
    {
      says: ({ settledOrders: count }) => (count > 0 ? t('dictionary.settled', { count }) : null),
    },
  );
  const questions = words?.questions.filter((question) => question.profile === profile) ?? [];
  if (questions.length === 0) return null;
  return <StatusQuestions questions={questions} onAnswer={(given) => answer.mutate(given)} />;
}

/** Writes the rows that were not taken into a file of their own, in the layout of the first, and says where it is. */
function useFailedRows(item: ImportItem) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  return useAct(() => core.imports.failedRows(sourceOf(item)), {
    says: (written) => fileWords(t('imports.failedSaved', { count: written.rowCount }), written),
  });
}
