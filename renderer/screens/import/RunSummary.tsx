import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../bridge/imports/importItem.ts';
import { importQueue } from '../../bridge/imports/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { useDescribe } from '../../parts/feedback/useDescribe.ts';
import { formatCount } from '../../parts/format/formatCount.ts';
import { useKeys } from '../../parts/keys/useKeys.ts';
import { usePlace } from '../../parts/place/usePlace.ts';

type Summary = NonNullable<ImportItem['result']>['summary'];

/** Rows with complaints shown at once; the rest are in Correct anyway. */
const maxAttention = 100;

function Figures({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation();
  const figures = [
    ['imported', summary.imported, ''],
    ['needsReview', summary.needsReview, 'figure-waiting'],
    ['duplicates', summary.duplicates, ''],
    ['changed', summary.changed, 'figure-unsure'],
    ['rejected', summary.rejected, 'figure-failed'],
    ['skipped', summary.skipped, ''],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([id, count, look]) => (
        <div key={id} title={t(`imports.figureNote.${id}`)}>
          <dt className="soft small">{t(`imports.figure.${id}`)}</dt>
          <dd className={`number ${count > 0 ? look : ''}`}>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Attention({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return (
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
              <td className="number">{rowNumber}</td>
              <td className="number">{orderNo}</td>
              <td>
                {says} <span className="soft">{next}</span> <code className="code">{code}</code>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How an import ended and what needs a person now. */
export function RunSummary({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const summary = item.result?.summary;
  const needsReview = (summary?.needsReview ?? 0) > 0;
  const goOn = (): void => (needsReview ? go('correct') : go('ship', { filter: 'ready' }));
  const putAway = (): void => importQueue.remove(item.id);
  useKeys(summary === undefined ? [] : [{ combo: 'Enter', says: t('imports.goOn'), run: goOn }]);
  if (summary === undefined) {
    return (
      <Notice
        tone="unsure"
        title={t('imports.cancelled', { count: item.run.imported })}
        next={t('imports.cancelledNext')}
      >
        <Button onPress={putAway}>{t('common.close')}</Button>
      </Notice>
    );
  }
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.done')}>
      <header className="line">
        <h2 className="grow">
          {t(item.result?.isCancelled ? 'imports.cancelledFile' : 'imports.doneFile', { file: item.name })}
        </h2>
        <Button look="quiet" onPress={putAway}>
          {t('imports.putAway')}
        </Button>
        {needsReview && (
          <Button look="primary" icon="correct" keyHint="Enter" onPress={goOn}>
            {t('imports.toReview', { count: summary.needsReview })}
          </Button>
        )}
        <Button
          look={needsReview ? 'plain' : 'primary'}
          icon="ship"
          {...(needsReview ? {} : { keyHint: 'Enter' })}
          onPress={() => go('ship', { filter: 'ready' })}
        >
          {t('imports.toShip')}
        </Button>
      </header>
      <Figures summary={summary} />
      {summary.attention.length > 0 && <Attention summary={summary} />}
      {summary.attention.length > maxAttention && (
        <p className="soft small">
          {t('imports.moreAttention', { count: summary.attention.length - maxAttention })}
        </p>
      )}
    </section>
  );
}
