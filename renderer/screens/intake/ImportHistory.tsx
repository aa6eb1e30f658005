import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportRow, importQueries } from '../../bridge/queries/importQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { useWindowRows } from '../../bridge/useWindowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { formatCount } from '../../parts/formatCount.ts';
import { When } from '../../parts/When.tsx';
import { UndoDialog } from './UndoDialog.tsx';

const list = importQueries.history();
/** Shown at first; the rest on demand. */
const firstShown = 8;
const maxShown = 100;

/** Former imports, newest first. */
export function ImportHistory() {
  const { t } = useTranslation();
  const now = useNow();
  const [isLong, setLong] = useState(false);
  const [undoing, setUndoing] = useState<ImportRow | null>(null);
  const rows = useWindowRows(list, { first: 0, last: maxShown - 1 });
  if (rows.total === 0) return null;
  const shown = Array.from({ length: Math.min(rows.total, isLong ? maxShown : firstShown) }, (_, index) =>
    rows.rowAt(index),
  ).filter((row) => row !== undefined);
  return (
    <section className="stack import-history" aria-label={t('imports.history')}>
      <h2>{t('imports.history')}</h2>
      <div className="panel">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('imports.when')}</th>
              <th>{t('imports.file')}</th>
              <th>{t('imports.platform')}</th>
              <th className="cell-number">{t('imports.rows')}</th>
              <th className="cell-number">{t('imports.figure.imported')}</th>
              <th className="cell-number">{t('imports.figure.needsReview')}</th>
              <th className="cell-number">{t('imports.figure.duplicates')}</th>
              <th className="cell-number">{t('imports.figure.changed')}</th>
              <th className="cell-number">{t('imports.figure.rejected')}</th>
              <th>
                <span className="hidden-label">{t('imports.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.importId} className={row.undoneAt === null ? '' : 'history-undone'}>
                <td>
                  <When at={row.at} now={now} />
                </td>
                <td>{row.file === '' ? t('imports.pasted') : row.file}</td>
                <td>{t(`source.${row.profile}`, row.profile)}</td>
                {[row.rows, row.imported, row.needsReview, row.duplicates, row.changed, row.rejected].map(
                  (count, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: six fixed columns
                    <td key={index} className="cell-number number">
                      {formatCount(count)}
                    </td>
                  ),
                )}
                <td className="cell-number">
                  {row.undoneAt !== null ? (
                    <span className="soft small">
                      {t('imports.undoneAt')} <When at={row.undoneAt} now={now} />
                    </span>
                  ) : (
                    <Button
                      look="quiet"
                      size="small"
                      icon="undo"
                      title={t('imports.undoNamed', { file: row.file })}
                      onPress={() => setUndoing(row)}
                    >
                      {t('imports.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isLong && rows.total > firstShown && (
        <div>
          <Button look="quiet" size="small" onPress={() => setLong(true)}>
            {t('imports.showMore', { count: Math.min(rows.total, maxShown) - firstShown })}
          </Button>
        </div>
      )}
      {undoing !== null && <UndoDialog row={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}
