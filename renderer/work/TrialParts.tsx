import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Comparison } from '../parts/Comparison.tsx';
import type { say } from '../parts/feedback/Toasts.tsx';
import { formatCount } from '../parts/format.ts';

/** Where the words of a trial stand: of a way to book, of a label template. */
type TrialKind = 'rules.share' | 'labelTrials';

/** What is said once the share has moved; one press takes it back. */
export function useShareWords(kind: TrialKind) {
  const { t } = useTranslation();
  return (percent: number, before: number, undo: () => void): Parameters<typeof say>[0] => {
    const end = percent === 0 ? 'ended0' : percent === 100 ? 'ended100' : null;
    const says = end === null ? t('trial.back', { percent }) : t(`${kind}.${end}`, { percent });
    if (end === null) return { tone: 'done', says };
    return { tone: 'done', says, action: { label: t('trial.undo', { percent: before }), run: undo } };
  };
}

interface TrialButtonsProps {
  readonly kind: TrialKind;
  readonly percent: number;
  readonly isBusy: boolean;
  readonly isComparing: boolean;
  onPercent(percent: 0 | 100): void;
  onCompare(isComparing: boolean): void;
}

/** All the old way, all the new way, and the figures of both. */
export function TrialButtons(props: TrialButtonsProps) {
  const { kind, percent, isBusy, isComparing } = props;
  const { t } = useTranslation();
  return (
    <>
      {([0, 100] as const).map((end) => (
        <Button
          key={end}
          size="small"
          isDisabled={percent === end}
          isBusy={isBusy}
          onPress={() => props.onPercent(end)}
        >
          {t(`${kind}.end${end}`)}
        </Button>
      ))}
      <Button size="small" isPressed={isComparing} onPress={() => props.onCompare(!isComparing)}>
        {t(`${kind}.compare`)}
      </Button>
    </>
  );
}

/** Figures as people read them: a share, a time, the times of half and of 95 %. */
interface FigureWords {
  of(hits: number, all: number): string;
  seconds(ms: number | null): string;
  times(halfMs: number | null, mostMs: number | null): string;
}

interface ArmFiguresProps<Arm, Row extends string> {
  readonly kind: TrialKind;
  readonly caption?: string;
  readonly compared: {
    readonly old: Arm;
    readonly new: Arm;
    readonly verdicts: Readonly<Record<Row, 'few' | 'alike' | 'better' | 'worse'>>;
  };
  /** How many there are of each, without a verdict. */
  readonly counted: readonly [name: string, count: (arm: Arm) => number];
  readonly rows: readonly (readonly [Row, (arm: Arm, words: FigureWords) => string])[];
  nameOf(row: Row): string;
}

/** Old and new way side by side, each figure with a plain word. */
export function ArmFigures<Arm, Row extends string>(props: ArmFiguresProps<Arm, Row>) {
  const { kind, caption, compared, counted, rows, nameOf } = props;
  const { t } = useTranslation();
  const [countName, count] = counted;
  const seconds = (ms: number | null): string =>
    ms === null ? '–' : t('common.seconds', { seconds: (ms / 1000).toFixed(2) });
  const words: FigureWords = {
    seconds,
    times: (halfMs, mostMs) => t(`${kind}.timeOf`, { half: seconds(halfMs), most: seconds(mostMs) }),
    of(hits, all) {
      const counts = t(`${kind}.of`, { hits: formatCount(hits), of: formatCount(all) });
      if (all === 0) return counts;
      return t('trial.ofShare', { counts, percent: ((hits / all) * 100).toFixed(1) });
    },
  };
  return (
    <Comparison
      {...(caption === undefined ? {} : { caption })}
      heads={[t(`${kind}.old`), t(`${kind}.new`), t('trial.verdictHead')]}
      old={compared.old}
      now={compared.new}
      rows={[
        { name: countName, show: (arm) => formatCount(count(arm)) },
        ...rows.map(([row, show]) => {
          const is = compared.verdicts[row];
          const verdict = { is, says: t(`${kind}.verdict.${is}`) };
          return { name: nameOf(row), show: (arm: Arm) => show(arm, words), verdict };
        }),
      ]}
    />
  );
}
