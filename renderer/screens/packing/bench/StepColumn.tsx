import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleSaysView } from '../../../../shared/contracts/packing/devices.ts';
import type { PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';
import type { PackingRules } from '../../../../shared/domain/packing/packing.ts';
import { formatWeight } from '../../../parts/format.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { type BenchStep, labelStanding, type StepStanding, standingsOf } from './steps.ts';

interface StepProps {
  readonly step: BenchStep;
  readonly standing: StepStanding;
  readonly children: ReactNode;
}

const standingWords = { done: 'stepDone', now: 'stepNow', later: 'stepLater', off: 'stepOff' } as const;

/** One of the three things a parcel goes through; the one that is next has the line of a label's box around it. */
function Step({ step, standing, children }: StepProps) {
  const { t } = useTranslation();
  return (
    <li
      className={`panel bench-step bench-step-${standing}`}
      aria-current={standing === 'now' ? 'step' : undefined}
    >
      <h3>
        {t(`packing.step.${step}`)}
        <span className="bench-step-word">
          {standing === 'done' && <Icon name="check" size={14} />}
          {t(`packing.${standingWords[standing]}`)}
        </span>
      </h3>
      {children}
    </li>
  );
}

interface WeightProps {
  readonly parcel: PackedParcelView;
  /** What is on the scale now; null: nothing is asked of it. */
  readonly live: ScaleSaysView | null;
}

/** Its weight with the padlock of whether it counts, what the scale says meanwhile, and what equal goods weigh. */
function Weight({ parcel, live }: WeightProps) {
  const { t } = useTranslation();
  const { weightGrams, doubtfulGrams, weightRange, overrides } = parcel;
  const isPassed = weightGrams === null && overrides.some(({ of }) => of === 'weight');
  const isLocked = weightGrams !== null || live?.state === 'stable';
  const shown = live?.grams ?? doubtfulGrams ?? weightGrams;
  return (
    <>
      <p className="bench-step-figure">
        <span className="number">{formatWeight(shown)}</span>
        <span className={isLocked ? 'bench-padlock bench-padlock-on' : 'bench-padlock'}>
          <Icon name={isLocked ? 'lock' : 'unlock'} size={28} />
          <span className="hidden-label">{t(isLocked ? 'packing.locked' : 'packing.notLocked')}</span>
        </span>
      </p>
      {live !== null && <p className="bench-small">{t(`scaleState.${live.state}`)}</p>}
      <p className="bench-small">
        {doubtfulGrams !== null && (
          <strong className="bench-failed">
            {t('packing.weightDoubt', { weight: formatWeight(doubtfulGrams) })}{' '}
          </strong>
        )}
        <span className="soft">
          {isPassed
            ? t('packing.weightPassed')
            : weightRange === null
              ? t('packing.usualNone')
              : t('packing.usual', {
                  least: formatWeight(weightRange.leastGrams),
                  most: formatWeight(weightRange.mostGrams),
                })}
        </span>
      </p>
    </>
  );
}

interface StepColumnProps {
  readonly parcel: PackedParcelView;
  readonly rules: PackingRules;
  readonly says: ScaleSaysView | null;
}

/** Check, weigh, label: how far the parcel is. */
export function StepColumn({ parcel, rules, says }: StepColumnProps) {
  const { t } = useTranslation();
  const standing = standingsOf(parcel, rules);
  const here = parcel.lines.reduce((sum, { quantity, elsewhere }) => sum + quantity - elsewhere, 0);
  const counted = parcel.lines.reduce((sum, line) => sum + line.counted, 0);
  return (
    <ol className="plain-list bench-steps">
      <Step step="items" standing={standing.items}>
        <p className="bench-step-figure number">{t('packing.pieces', { done: counted, all: here })}</p>
      </Step>
      {standing.weight !== 'off' && (
        <Step step="weight" standing={standing.weight}>
          <Weight parcel={parcel} live={standing.weight === 'now' ? says : null} />
        </Step>
      )}
      <Step step="label" standing={standing.label}>
        <p className="bench-step-figure bench-step-text">
          {t(`packing.labelState.${labelStanding(parcel)}`)}
        </p>
      </Step>
    </ol>
  );
}
