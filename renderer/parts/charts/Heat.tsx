import { useTranslation } from 'react-i18next';
import { ChartMark } from './ChartMark.tsx';

interface HeatCell {
  readonly key: string;
  readonly words: string;
  /** null: nobody knows. */
  readonly value: number | null;
  readonly figure: string;
  readonly isFew?: boolean;
  readonly open?: (() => void) | undefined;
}

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly HeatCell[];
}

const steps = 5;

/** The darker, the more; five steps between the least and the most. */
function stepOf(value: number, least: number, most: number): number {
  if (most <= least) return 1;
  return Math.min(steps, 1 + Math.floor((steps * (value - least)) / (most - least)));
}

/** A table whose cells are coloured by what they say. */
export function Heat({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: readonly HeatRow[];
}) {
  const { t } = useTranslation();
  const known = rows
    .flatMap(({ cells }) => cells.filter(({ isFew }) => isFew !== true).map(({ value }) => value))
    .filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return (
    <div className="heat" style={{ gridTemplateColumns: `96px repeat(${head.length}, minmax(56px, 120px))` }}>
      <span />
      {head.map((name) => (
        <span key={name} className="heat-head" title={name}>
          {name}
        </span>
      ))}
      {rows.map(({ key, name, cells }, row) => [
        <span key={key} className="heat-name">
          {name}
        </span>,
        ...cells.map(({ key: cell, words, value, figure, isFew = false, open }, index) => (
          <ChartMark
            key={`${key} ${cell}`}
            words={words}
            look={`heat-cell number ${lookOf(value, isFew, least, most)}`}
            isFirst={row === 0 && index === 0}
            open={value === null ? undefined : open}
          >
            {value === null ? <span className="hidden-label">{t('chart.unknown')}</span> : figure}
          </ChartMark>
        )),
      ])}
    </div>
  );
}

function lookOf(value: number | null, isFew: boolean, least: number, most: number): string {
  if (value === null) return 'chart-unknown';
  return isFew ? 'heat-few' : `heat-${stepOf(value, least, most)}`;
}
