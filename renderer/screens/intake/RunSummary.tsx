import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { usePlace } from '../../parts/usePlace.ts';
import { useDescribe } from '../../words/useDescribe.ts';
import { AskedWords } from './AskedWords.tsx';
import { type Summary, SummaryFigures } from './SummaryFigures.tsx';
import { useFailedRows } from './useFailedRows.ts';

/** Rows with complaints shown at once; the rest are in Correct anyway. */
const maxAttention = 100;

function Attention({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('imports.row')}</th>
            <th>{t('col.orderNo')}</th>
            <th>{t('imports.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.attention.slice(0, maxAttention).map(({ code, field, params, orderNo, rowNumber }) => {
            const { says, next } = describe(code, { orderNo, row: rowNumber, field, ...params });
            return (
              <tr key={`${rowNumber}-${code}-${field}`}>
                <td className="number">{rowNumber > 0 ? rowNumber : ''}</td>
                <td className="number">{orderNo}</td>
                <td>
                  {says} <span className="soft">{next}</span> <code className="code">{code}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {summary.attention.length > maxAttention && (
        <p className="soft small">
          {t('imports.moreAttention', { count: summary.attention.length - maxAttention })}
        </p>
      )}
    </>
  );
}

/** How an import ended, where each figure leads, and the one thing that comes next. */
function Finished({ item, summary }: { readonly item: ImportItem; readonly summary: Summary }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const failedRows = useFailedRows(item);
  const toCorrect = (): void => go('correct');
  const toShip = (): void => go('ship', { filter: 'ready' });
  const toChanges = (): void => go('import', { section: 'changes', importId: summary.importId });
  const saveFailed = (): void => failedRows.mutate();
  const needsReview = summary.needsReview > 0;
  useKeys([
    { combo: 'Enter', says: t('imports.goOn'), run: needsReview ? toCorrect : toShip },
    ...(summary.rejected > 0 ? [{ combo: 'f', says: t('imports.saveFailed'), run: saveFailed }] : []),
  ]);
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.done')}>
      <header className="line">
        <h2 className="grow">
          {t(item.result?.isCancelled ? 'imports.cancelledFile' : 'imports.doneFile', { file: item.name })}
        </h2>
        <Button look="quiet" onPress={() => importQueue.remove(item.id)}>
          {t('imports.putAway')}
        </Button>
        {summary.rejected > 0 && (
          <Button icon="file" keyHint="F" isBusy={failedRows.isPending} onPress={saveFailed}>
            {t('imports.saveFailed')}
          </Button>
        )}
        {needsReview && (
          <Button look="primary" icon="correct" keyHint="Enter" onPress={toCorrect}>
            {t('imports.toReview', { count: summary.needsReview })}
          </Button>
        )}
        <Button
          look={needsReview ? 'plain' : 'primary'}
          icon="ship"
          {...(needsReview ? {} : { keyHint: 'Enter' })}
          onPress={toShip}
        >
          {t('imports.toShip')}
        </Button>
      </header>
      <SummaryFigures
        summary={summary}
        ways={{ imported: toShip, needsReview: toCorrect, changed: toChanges, rejected: saveFailed }}
      />
      {item.recognition !== null && <AskedWords profile={item.recognition.profile} />}
      {summary.attention.length > 0 && <Attention summary={summary} />}
    </section>
  );
}

/** How an import ended and what needs a person now. */
export function RunSummary({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  if (item.result !== null) return <Finished item={item} summary={item.result.summary} />;
  return (
    <Notice
      tone="unsure"
      title={t('imports.cancelled', { count: item.run.imported })}
      next={t('imports.cancelledNext')}
    >
      <Button onPress={() => importQueue.remove(item.id)}>{t('common.close')}</Button>
    </Notice>
  );
}
