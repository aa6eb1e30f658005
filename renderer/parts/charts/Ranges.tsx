import { useTranslation } from 'react-i18next';
import { ChartMark } from './ChartMark.tsx';

export interface Range {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  /** From, the dot, to; null: nobody knows. */
  readonly range: readonly [from: number, dot: number, to: number] | null;
  /** At the end of the row. */
  readonly figure: string;
  readonly isFew?: boolean;
  readonly isBad?: boolean;
  readonly open?: (() => void) | undefined;
}

interface RangesProps {
  readonly ranges: readonly Range[];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Where a value is between the ends, 0 to 1. */
  place(value: number): number;
}

/** One row a thing: a dot in the middle of where most of it lies. */
export function Ranges({ ranges, ticks, place }: RangesProps) {
  const { t } = useTranslation();
  const at = (value: number) => `${100 * Math.min(1, Math.max(0, place(value)))}%`;
  return (
    <div className="ranges">
      {ranges.map(({ key, name, words, range, figure, isFew = false, isBad = false, open }, index) => (
        <ChartMark
          key={key}
          words={words}
          isNamed
          look={`range ${isFew ? 'chart-few' : ''}`}
          isFirst={index === 0}
          open={open}
        >
          <span className="range-name">{name}</span>{' '}
          <span className="range-plot">
            {ticks.map(({ value }) => (
              <span key={value} className="range-tick" style={{ left: at(value) }} />
            ))}
            {range === null ? (
              <span className="range-unknown chart-unknown" />
            ) : (
              <>
                <span
                  className="range-bar"
                  style={{ left: at(range[0]), width: `calc(${at(range[2])} - ${at(range[0])})` }}
                />
                <span className="range-dot" style={{ left: at(range[1]) }} />
              </>
            )}
          </span>
          <span className={`range-figure number ${isBad ? 'figure-failed' : ''}`}>
            {range === null ? t('chart.unknown') : figure}
          </span>
        </ChartMark>
      ))}
      <div className="range range-axis" aria-hidden="true">
        <span />
        <span className="range-plot">
          {ticks.map(({ value, label }) => (
            <span key={value} className="range-label number" style={{ left: at(value) }}>
              {label}
            </span>
          ))}
        </span>
        <span />
      </div>
    </div>
  );
}
