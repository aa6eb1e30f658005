import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LabelArmFigures, LabelTrialComparison } from '../../../shared/contracts/labelTrialsContract.ts';
import { labelTrialQueries } from '../../bridge/queries/labelTrialQueries.ts';
import { formatCount } from '../../parts/formatCount.ts';

type Row = keyof LabelTrialComparison['verdicts'];

/** Old and new template side by side, each figure with a plain word. */
export function TrialFigures({ trialId }: { readonly trialId: string }) {
  const { t } = useTranslation();
  const compared = useQuery(labelTrialQueries.comparison(trialId)).data;
  if (compared === undefined) return null;
  const of = (hits: number, all: number): string => {
    const counts = t('labelTrials.of', { hits: formatCount(hits), of: formatCount(all) });
    return all === 0
      ? counts
      : t('labelTrials.ofShare', { counts, percent: ((hits / all) * 100).toFixed(1) });
  };
  const seconds = (ms: number | null): string =>
    ms === null ? '–' : t('labelTrials.seconds', { seconds: (ms / 1000).toFixed(2) });
  const rows: readonly (readonly [Row, (arm: LabelArmFigures) => string])[] = [
    ['failed', (arm) => of(arm.failed, arm.printed + arm.failed)],
    ['unsure', (arm) => of(arm.unsure, arm.labels)],
    ['reprinted', (arm) => of(arm.reprinted, arm.printed)],
    ['time', (arm) => t('labelTrials.timeOf', { half: seconds(arm.p50Ms), most: seconds(arm.p95Ms) })],
    ['scanTime', (arm) => seconds(arm.scanP50Ms)],
  ];
  return (
    <table className="share-figures">
      <thead>
        <tr>
          <th />
          <th>{t('labelTrials.old')}</th>
          <th>{t('labelTrials.new')}</th>
          <th>{t('labelTrials.verdictHead')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('labelTrials.labels')}</th>
          <td className="number">{formatCount(compared.old.labels)}</td>
          <td className="number">{formatCount(compared.new.labels)}</td>
          <td />
        </tr>
        {rows.map(([row, show]) => (
          <tr key={row}>
            <th scope="row">{t(`labelTrials.${row}`)}</th>
            <td className="number">{show(compared.old)}</td>
            <td className="number">{show(compared.new)}</td>
            <td className={`verdict-${compared.verdicts[row]}`}>
              {t(`labelTrials.verdict.${compared.verdicts[row]}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
