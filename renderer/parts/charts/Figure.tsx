import { useTranslation } from 'react-i18next';
import './charts.css';
import { ChartMark } from './ChartMark.tsx';

interface FigureProps {
  readonly label: string;
  /** null: nobody knows. */
  readonly value: string | null;
  /** Beside what is usual, or why it is not known. */
  readonly note: string;
  readonly tone?: 'failed' | 'unsure' | undefined;
  readonly isFirst: boolean;
  readonly open?: (() => void) | undefined;
}

/** One large number with what it is usually, leading to what it counts. */
export function Figure({ label, value, note, tone, isFirst, open }: FigureProps) {
  const { t } = useTranslation();
  const shown = value ?? t('chart.unknown');
  return (
    <ChartMark words={`${label} ${shown} ${note}`} isNamed look="chart-figure" isFirst={isFirst} open={open}>
      <span className="soft">{label}</span>{' '}
      {value === null ? (
        <span className="figure-unknown chart-unknown">
          <span>{shown}</span>
        </span>
      ) : (
        <span className={`figure-value number ${tone === undefined ? '' : `figure-${tone}`}`}>{value}</span>
      )}{' '}
      <span className="soft small number">{note}</span>
    </ChartMark>
  );
}
