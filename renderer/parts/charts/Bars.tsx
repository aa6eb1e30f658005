import { formatCount } from '../format.ts';
import { ChartMark } from './ChartMark.tsx';
import { percentOf, ticksTo } from './scale.ts';

export interface Bar {
  readonly key: string;
  /** Under it; empty: none. */
  readonly label: string;
  readonly words: string;
  /** From the ground up, each in the colour of its series, 1 to 5; null: nobody knows. */
  readonly parts: readonly { readonly series: number; readonly value: number }[] | null;
  /** What it usually is, as an outline; null: not known. */
  readonly ghost?: number | null | undefined;
  /** Still to come: nothing is drawn but the outline. */
  readonly isToCome?: boolean;
  /** Made of too few to say much. */
  readonly isFew?: boolean;
  readonly isTinted?: boolean;
  readonly open?: (() => void) | undefined;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** A line after so many bars, with its words. */
  readonly line?: { readonly after: number; readonly words: string } | null;
  readonly format?: (value: number) => string;
  /** Said in the place of bars while there is nothing to draw. */
  readonly empty?: string;
}

const heightOf = ({ parts }: Bar): number => (parts ?? []).reduce((sum, { value }) => sum + value, 0);

/** Upright bars over time, with an outline of what is usual. */
export function Bars({ bars, line = null, format = formatCount, empty = '' }: BarsProps) {
  const highest = Math.max(...bars.map((bar) => Math.max(heightOf(bar), bar.ghost ?? 0)), 0);
  const ticks = ticksTo(highest);
  const isBlank = highest === 0 && empty !== '';
  const most = ticks.at(-1) ?? 1;
  return (
    <div className={isBlank ? 'bars bars-blank' : 'bars'}>
      <div className="bars-plot">
        {ticks.map((tick) => (
          <div key={tick} className="bars-tick" style={{ bottom: `${percentOf(tick, most)}%` }}>
            <span className="number">{format(tick)}</span>
          </div>
        ))}
        <div className="bars-slots">
          {bars.map((bar, index) => (
            <Slot key={bar.key} bar={bar} most={most} isFirst={index === 0} />
          ))}
          {line !== null && !isBlank && (
            <div className="bars-line" style={{ left: `${percentOf(line.after, bars.length)}%` }}>
              <span>{line.words}</span>
            </div>
          )}
        </div>
        {isBlank && <p className="bars-empty soft">{empty}</p>}
      </div>
      <div className="bars-labels" aria-hidden="true">
        {bars.map(({ key, label }) => (
          <span key={key} className="number">
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

function Slot({
  bar,
  most,
  isFirst,
}: {
  readonly bar: Bar;
  readonly most: number;
  readonly isFirst: boolean;
}) {
  const { words, parts, ghost = null, isToCome = false, isFew = false, isTinted = false, open } = bar;
  const look = ['bars-slot', isTinted ? 'bars-tinted' : '', isFew ? 'chart-few' : '']
    .filter(Boolean)
    .join(' ');
  return (
    <ChartMark words={words} look={look} isFirst={isFirst} open={isToCome ? undefined : open}>
      {parts === null && !isToCome && <span className="bars-unknown chart-unknown" />}
      {parts !== null && (
        <span className="bars-stack" style={{ height: `${percentOf(heightOf(bar), most)}%` }}>
          {parts
            .filter(({ value }) => value > 0)
            .map(({ series, value }) => (
              <span key={series} className={`bars-part series-${series}`} style={{ flexGrow: value }} />
            ))}
        </span>
      )}
      {ghost !== null && <span className="bars-ghost" style={{ height: `${percentOf(ghost, most)}%` }} />}
    </ChartMark>
  );
}
