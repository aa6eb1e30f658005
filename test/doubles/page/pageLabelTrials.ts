import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { LabelArmFigures, LabelTrialView } from '../../../shared/contracts/labels.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const figures: LabelArmFigures = {
  labels: 412,
  printed: 409,
  failed: 3,
  unsure: 1,
  reprinted: 6,
  scanned: 401,
  p50Ms: 380,
  p95Ms: 910,
  scanP50Ms: 74_000,
};

/** Templates on trial of the page's double: one of 76 × 130 at a time, with made-up figures. */
export function pageLabelTrials(os: Os, { now, fail, tell }: PageWorld) {
  let trials: LabelTrialView[] = [];
  const change = (input: { trialId: string; version: number }, patch: Partial<LabelTrialView>) => {
    const found =
      trials.find(({ id, endedAt }) => id === input.trialId && endedAt === null) ??
      fail('LABEL_TRIAL_NOT_FOUND');
    if (found.version !== input.version) fail('LABEL_TRIAL_CHANGED_MEANWHILE');
    const changed = { ...found, ...patch, version: found.version + 1 };
    trials = trials.map((trial) => (trial.id === changed.id ? changed : trial));
    tell('labelTemplates');
    return changed;
  };
  const stateOf = (percent: number) =>
    percent === 0 ? ('all-old' as const) : percent === 100 ? ('all-new' as const) : ('running' as const);
  return {
    list: os.labelTrials.list.handler(() => trials),
    start: os.labelTrials.start.handler(({ input }) => {
      if (trials.some(({ endedAt }) => endedAt === null)) fail('LABEL_TRIAL_OPEN', { size: '76x130' });
      const started: LabelTrialView = {
        id: `trial-${trials.length + 1}`,
        size: '76x130',
        old: { templateId: '', name: '', version: 0 },
        new: { templateId: input.templateId, name: input.templateId, version: 1 },
        percent: input.percent,
        startsAt: input.startsAt ?? now(),
        endsAt: input.endsAt,
        state: stateOf(input.percent),
        version: 0,
        endedAt: null,
        kept: '',
      };
      trials = [started, ...trials];
      tell('labelTemplates');
      return started;
    }),
    setShare: os.labelTrials.setShare.handler(({ input }) =>
      change(input, { percent: input.percent, state: stateOf(input.percent) }),
    ),
    end: os.labelTrials.end.handler(({ input }) =>
      change(input, { state: 'ended', endedAt: now(), kept: input.keep }),
    ),
    comparison: os.labelTrials.comparison.handler(({ input }) => ({
      trialId: input.trialId,
      old: figures,
      new: { ...figures, labels: 98, printed: 98, failed: 0, unsure: 0, reprinted: 1, scanned: 96 },
      verdicts: { failed: 'alike', unsure: 'alike', reprinted: 'alike', time: 'alike', scanTime: 'better' },
    })),
  };
}
