import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTemplateRow, LabelTrialView } from '../../../shared/contracts/labels.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { useChoice } from '../../parts/form/choices.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { dateFormat, shortDay } from '../../parts/format.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
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
  const day = (at: number): string => dateFormat(i18n.language, shortDay(i18n.language)).format(at);
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
  const compared = useQuery(ask.labelTrials.comparison.queryOptions({ input: { trialId } })).data;
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

const weekMs = 7 * dayMs;

/** A share and a time: what a template on trial needs before the first label. */
function BeginDialog({ row, onClose }: { readonly row: LabelTemplateRow; onClose(): void }) {
  const { t } = useTranslation();
  const now = useNow();
  const [text, setText] = useState('10');
  const [weeks, weekField] = useChoice(
    t('labelTrials.weeks'),
    ['1', '2', '3', '4'],
    (value) => t('trial.week', { count: Number(value) }),
    { initial: '2' },
  );
  const percent = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  const begin = useAct(
    () => core.labelTrials.start({ templateId: row.id, percent, endsAt: now + Number(weeks) * weekMs }),
    { says: () => t('labelTrials.begun', { name: row.name, percent }), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('labelTrials.beginTitle', { name: row.name })}
      yes={t('labelTrials.begin')}
      isForm
      isReady={percent !== 0}
      {...begin.dialog()}
      onClose={onClose}
    >
      <p>{t(row.isDefault ? 'labelTrials.beginOwnNote' : 'labelTrials.beginNote')}</p>
      <TextField label={t('trial.percent')} maxLength={2} value={text} onChange={setText} />
      {percent === 0 && <p className="small soft">{t('labelTrials.percentWrong')}</p>}
      {weekField}
    </AskDialog>
  );
}

/** Offered while no other trial of this size is open; the default itself is tried against its version before. */
export function BeginTrial({ row }: { readonly row: LabelTemplateRow }) {
  const { t } = useTranslation();
  if (row.isDefault && row.version < 2) return null;
  return (
    <OpeningButton size="small" label={t('labelTrials.begin')}>
      {(close) => <BeginDialog row={row} onClose={close} />}
    </OpeningButton>
  );
}
