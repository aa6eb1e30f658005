import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTrialView } from '../../../shared/contracts/labels.ts';
import { core } from '../../bridge/core.ts';
import { labelTrialQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { ArmFigures, TrialButtons, useShareWords } from '../../work/TrialParts.tsx';
import { useAct } from '../../work/useAct.ts';

const tones: Readonly<Record<LabelTrialView['state'], Tone>> = {
  planned: 'waiting',
  running: 'active',
  over: 'unsure',
  'all-old': 'rest',
  'all-new': 'done',
  ended: 'rest',
};

/** The share moves at once, and one press takes it back. */
function useShare(trial: LabelTrialView) {
  const shareWords = useShareWords('labelTrials');
  const change = useAct(
    (share: { readonly percent: number; readonly version: number }) =>
      core.labelTrials.setShare({ trialId: trial.id, ...share }),
    {
      after: ({ version }, { percent }) =>
        say(shareWords(percent, trial.percent, () => change.mutate({ percent: trial.percent, version }))),
    },
  );
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
      <TrialButtons
        kind="labelTrials"
        percent={percent}
        isBusy={isBusy}
        isComparing={isComparing}
        onPercent={(end) => share.mutate({ percent: end, version })}
        onCompare={setComparing}
      />
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

/** Old and new template side by side. */
function TrialFigures({ trialId }: { readonly trialId: string }) {
  const { t } = useTranslation();
  const compared = useQuery(labelTrialQueries.comparison(trialId)).data;
  if (compared === undefined) return null;
  return (
    <ArmFigures
      kind="labelTrials"
      compared={compared}
      counted={[t('labelTrials.labels'), ({ labels }) => labels]}
      nameOf={(row) => t(`labelTrials.${row}`)}
      rows={[
        ['failed', (arm, { of }) => of(arm.failed, arm.printed + arm.failed)],
        ['unsure', (arm, { of }) => of(arm.unsure, arm.labels)],
        ['reprinted', (arm, { of }) => of(arm.reprinted, arm.printed)],
        ['time', (arm, { times }) => times(arm.p50Ms, arm.p95Ms)],
        ['scanTime', (arm, { seconds }) => seconds(arm.scanP50Ms)],
      ]}
    />
  );
}
