import { useTranslation } from 'react-i18next';
import { ChartMark } from './ChartMark.tsx';
import { percentOf } from './scale.ts';

export interface RankedRow {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  /** null: nobody knows. */
  readonly value: number | null;
  /** A second value of the same kind, as a line across. */
  readonly mark?: number | null | undefined;
  readonly figure: string;
  readonly note?: string;
  readonly isFew?: boolean;
  readonly open?: (() => void) | undefined;
}

/** Lying bars, the longest first; `line`: a limit across all of them, as a value. */
export function Ranked({
  rows,
  line = null,
  series = 1,
}: {
  readonly rows: readonly RankedRow[];
  readonly line?: number | null;
  readonly series?: number;
}) {
  const { t } = useTranslation();
  const most = Math.max(...rows.map(({ value, mark }) => Math.max(value ?? 0, mark ?? 0)), line ?? 0, 0);
  return (
    <div className={`ranked series-${series}`}>
      {rows.map(({ key, name, words, value, mark = null, figure, note = '', isFew = false, open }, index) => (
        <ChartMark
          key={key}
          words={words}
          isNamed
          look={`ranked-row ${isFew ? 'chart-few' : ''}`}
          isFirst={index === 0}
          open={open}
        >
          <span className="range-name">{name}</span>{' '}
          <span className="ranked-plot">
            {value === null ? (
              <span className="ranked-unknown chart-unknown" />
            ) : (
              <span className="ranked-bar" style={{ width: `${percentOf(value, most)}%` }} />
            )}
            {mark !== null && <span className="ranked-mark" style={{ left: `${percentOf(mark, most)}%` }} />}
            {line !== null && <span className="ranked-line" style={{ left: `${percentOf(line, most)}%` }} />}
          </span>
          <span className="ranked-figure number">{value === null ? t('chart.unknown') : figure}</span>{' '}
          <span className="soft small number">{note}</span>
        </ChartMark>
      ))}
    </div>
  );
}
