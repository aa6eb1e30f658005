import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  LabelArmFigures,
  LabelTrialComparison,
  LabelTrialView,
} from '../../../shared/contracts/labels.ts';
import { core } from '../../bridge/core.ts';
import { labelTrialQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Comparison } from '../../parts/Comparison.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { formatCount } from '../../parts/format.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';

const tones: Readonly<Record<LabelTrialView['state'], Tone>> = {
  planned: 'waiting',
  running: 'active',
  over: 'unsure',
  'all-old': 'rest',
  'all-new': 'done',
  ended: 'rest',
};

interface Share {
  readonly percent: number;
  readonly version: number;
}

/** The share moves at once, and one press takes it back. */
function useShare(trial: LabelTrialView) {
  const { t } = useTranslation();
  const change = useAct((share: Share) => core.labelTrials.setShare({ trialId: trial.id, ...share }), {
    after: ({ version }, { percent }) => {
      const says = percent === 0 ? 'ended0' : percent === 100 ? 'ended100' : 'back';
      say({
        tone: 'done',
        says: t(`labelTrials.${says}`, { percent }),
        ...(says === 'back'
          ? {}
          : {
              action: {
                label: t('labelTrials.undo', { percent: trial.percent }),
                run: () => change.mutate({ percent: trial.percent, version }),
              },
            }),
      });
    },
  });
  return change;
}

function useEnd({ id, version }: LabelTrialView) {
  const { t } = useTranslation();
  return useAct((keep: 'old' | 'new') => core.labelTrials.end({ trialId: id, keep, version }), {
    says: (_trial, keep) => t(keep === 'new' ? 'labelTrials.keptNew' : 'labelTrials.keptOld'),
  });
}

/** The open trial of one size: share, dates, how it stands, the comparison, and one press to 0 or 100 %. */
export function TrialLine({ trial }: { readonly trial: LabelTrialView }) {
  const { t, i18n } = useTranslation();
  const [isComparing, setComparing] = useState(false);
  const share = useShare(trial);
  const end = useEnd(trial);
  const { percent, version, state } = trial;
  const day = (at: number): string =>
    new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric' }).format(at);
  const isBusy = share.isPending || end.isPending;
  return (
    <li className="settings-row trial-line">
      <p className="grow">
        {t('labelTrials.says', {
          percent,
          name: t('labelTrials.way', { name: trial.new.name, version: trial.new.version }),
          from: day(trial.startsAt),
          to: day(trial.endsAt),
        })}{' '}
        <StateMark tone={tones[state]} label={t(`trialState.${state}`)} />
      </p>
      <Button
        size="small"
        isDisabled={percent === 0}
        isBusy={isBusy}
        onPress={() => share.mutate({ percent: 0, version })}
      >
        {t('labelTrials.end0')}
      </Button>
      <Button
        size="small"
        isDisabled={percent === 100}
        isBusy={isBusy}
        onPress={() => share.mutate({ percent: 100, version })}
      >
        {t('labelTrials.end100')}
      </Button>
      <Button size="small" isPressed={isComparing} onPress={() => setComparing(!isComparing)}>
        {t('labelTrials.compare')}
      </Button>
      {(state === 'all-old' || state === 'over') && (
        <Button size="small" isBusy={isBusy} onPress={() => end.mutate('old')}>
          {t('labelTrials.keepOld')}
        </Button>
      )}
      {(state === 'all-new' || state === 'over') && (
        <Button size="small" isBusy={isBusy} onPress={() => end.mutate('new')}>
          {t('labelTrials.keepNew')}
        </Button>
      )}
      {isComparing && <TrialFigures trialId={trial.id} />}
    </li>
  );
}

type Row = keyof LabelTrialComparison['verdicts'];

/** Old and new template side by side, each figure with a plain word. */
function TrialFigures({ trialId }: { readonly trialId: string }) {
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
    <Comparison
      heads={[t('labelTrials.old'), t('labelTrials.new'), t('labelTrials.verdictHead')]}
      old={compared.old}
      now={compared.new}
      rows={[
        { name: t('labelTrials.labels'), show: ({ labels }) => formatCount(labels) },
        ...rows.map(([row, show]) => {
          const is = compared.verdicts[row];
          return {
            name: t(`labelTrials.${row}`),
            show,
            verdict: { is, says: t(`labelTrials.verdict.${is}`) },
          };
        }),
      ]}
    />
  );
}
