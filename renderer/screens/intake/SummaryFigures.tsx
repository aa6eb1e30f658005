import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../bridge/importItem.ts';
import { formatCount } from '../../parts/formatCount.ts';

export type Summary = NonNullable<ImportItem['result']>['summary'];

interface SummaryFiguresProps {
  readonly summary: Summary;
  /** Where a figure leads; one without a way is only told. */
  readonly ways: Readonly<Partial<Record<keyof Summary, () => void>>>;
}

const figures = [
  ['imported', ''],
  ['fromMemory', ''],
  ['needsReview', 'figure-waiting'],
  ['changed', 'figure-unsure'],
  ['rejected', 'figure-failed'],
  ['duplicates', ''],
  ['skipped', ''],
] as const;

/** What became of the rows, each figure with what it means, and as a button where there is something to do. */
export function SummaryFigures({ summary, ways }: SummaryFiguresProps) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list figures">
      {figures.map(([id, look]) => {
        const count = summary[id];
        if (id === 'fromMemory' && count === 0) return null;
        const way = count > 0 ? ways[id] : undefined;
        const words = (
          <>
            <span className="soft small">{t(`imports.figure.${id}`)}</span>
            <strong className={`figure number ${count > 0 ? look : ''}`}>{formatCount(count)}</strong>
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
