import type { CSSProperties, ReactNode } from 'react';

interface ChartMarkProps {
  /** All it says, for whoever cannot see it or rests the mouse on it. */
  readonly words: string;
  /** The text in it is its name, also for voice control; `words` are for the mouse, and say more. */
  readonly isNamed?: boolean;
  readonly look?: string;
  readonly style?: CSSProperties;
  /** The first of a chart is reached by Tab, the others by the arrows. */
  readonly isFirst: boolean;
  /** Leads to the list it counts; missing: nothing is behind it. */
  readonly open?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** One thing of a chart that can be walked to and opened. */
export function ChartMark(props: ChartMarkProps) {
  const { words, isNamed = false, look = '', style, isFirst, open, children } = props;
  if (open === undefined)
    return (
      <span role="img" className={`chart-still ${look}`} style={style} aria-label={words} title={words}>
        {children}
      </span>
    );
  return (
    <button
      type="button"
      className={`chart-mark ${look}`}
      style={style}
      tabIndex={isFirst ? 0 : -1}
      aria-label={isNamed ? undefined : words}
      title={words}
      onClick={open}
    >
      {children}
    </button>
  );
}
