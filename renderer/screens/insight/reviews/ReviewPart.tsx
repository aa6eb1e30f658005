import { useTranslation } from 'react-i18next';
import type { ReviewTable } from '../../../../shared/text/reviewTables.ts';
import { Dash } from '../../../parts/table/TableRow.tsx';

/** One part of a review as its table. */
export function ReviewPart({
  table: { id, title, note, head, names, rows },
}: {
  readonly table: ReviewTable;
}) {
  const { t } = useTranslation();
  return (
    <section className={`panel review-part review-${id}`} aria-label={title}>
      <h2>{title}</h2>
      {note !== '' && <p className="soft small">{note}</p>}
      {rows.length === 0 ? (
        <p className="soft">{t('insight.review.nothing')}</p>
      ) : (
        <div className="review-table">
          <table className="plain-table">
            <thead>
              <tr>
                {head.map((words, index) => (
                  <th key={words} scope="col" className={index < names ? undefined : 'cell-number'}>
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr key={`${cells[0]} ${cells[1]}`}>
                  {cells.map((cell, index) => (
                    <td key={head[index]} className={index < names ? undefined : 'cell-number number'}>
                      {cell === '' ? <Dash /> : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
