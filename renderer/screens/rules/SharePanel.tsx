import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leastSample } from '../../../shared/domain/bookingRule.ts';
import { dayMs, shopDate } from '../../../shared/rules/shopTime.ts';
import { laneText, type RuleNames } from '../../../shared/text/ruleSentence.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import type { Rule } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { addDays, DayField } from '../../parts/form/DayField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { dateFormat, endOfDay, startOfDay } from '../../parts/format.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { ArmFigures, TrialButtons, useShareWords } from '../../work/TrialParts.tsx';
import { useAct } from '../../work/useAct.ts';
import { LaneFields } from './OutcomeEditor.tsx';

function isSameLane(outcome: Rule['outcome'], { lane }: Share): boolean {
  return outcome.kind === 'book' && JSON.stringify(outcome.lane) === JSON.stringify(lane);
}

interface SharePanelProps {
  readonly rule: Rule;
  readonly share: Share;
  readonly names: RuleNames;
  /** The rule is in force as shown: its share may be changed at once. */
  readonly isSaved: boolean;
  readonly basedOn: number;
  onChange(patch: Partial<Rule>): void;
}

/** A part of the rule's orders tries another way for a week or two. */
export function SharePanel(props: SharePanelProps) {
  const { rule, names, isSaved, basedOn, onChange } = props;
  const { t, i18n } = useTranslation();
  const { share } = props;
  // Just begun: its way is still the old one.
  const [isEditing, setEditing] = useState(isSameLane(rule.outcome, share));
  const [isComparing, setComparing] = useState(false);
  const now = useNow();
  const put = (change: Partial<Share>): void => onChange({ share: { ...share, ...change } });
  const shareWords = useShareWords('rules.share');
  const end = useAct(
    ({ percent, on }: { readonly percent: number; readonly on: number }) =>
      core.rules.setShare({ ruleId: rule.id, percent, basedOn: on }),
    {
      after: ({ versionNo }, { percent }) =>
        say(shareWords(percent, share.percent, () => end.mutate({ percent: share.percent, on: versionNo }))),
    },
  );
  const setPercent = (percent: number): void =>
    isSaved ? end.mutate({ percent, on: basedOn }) : put({ percent });
  const stand = shareStand(share, now);
  const day = (at: number): string =>
    dateFormat(i18n.language, { month: 'short', day: 'numeric' }).format(at);
  return (
    <div className="rule-share">
      <button
        type="button"
        className="rule-chip"
        aria-expanded={isEditing}
        onClick={() => setEditing(!isEditing)}
      >
        {t('rules.share.says', {
          percent: share.percent,
          lane: laneText(share.lane, names),
          from: day(share.startsAt),
          to: day(share.endsAt),
        })}
      </button>
      <StateMark
        tone={stand.kind === 'running' ? 'active' : stand.kind === 'over' ? 'unsure' : 'waiting'}
        label={t(`rules.share.stand.${stand.kind}`, { count: stand.days, percent: share.percent })}
      />
      <TrialButtons
        kind="rules.share"
        percent={share.percent}
        isBusy={end.isPending}
        isComparing={isComparing}
        onPercent={setPercent}
        onCompare={setComparing}
      />
      {isEditing && (
        <ShareFields share={share} now={now} onChange={put} onRemove={() => onChange({ share: null })} />
      )}
      {isComparing && <ShareFigures experimentId={share.experimentId} />}
    </div>
  );
}

/** Lengths offered with one press; others are typed. */
const weekChoices = [1, 2, 4] as const;

interface ShareFieldsProps {
  readonly share: Share;
  readonly now: number;
  onChange(change: Partial<Share>): void;
  onRemove(): void;
}

/** How many orders try which way, from which day to which. */
function ShareFields({ share, now, onChange, onRemove }: ShareFieldsProps) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState(String(share.percent));
  const [from, to] = [shopDate(share.startsAt), shopDate(share.endsAt)];
  const typed = (text: string): void => {
    setPercent(text);
    if (isPercent(text)) onChange({ percent: Number(text) });
  };
  /** A trial that begins today has begun: not at midnight, before it was thought of. */
  const begin = (day: string): void => {
    if (day === from) return;
    onChange({ startsAt: day === shopDate(now) ? now : startOfDay(day) });
  };
  return (
    <fieldset className="rule-editor" aria-label={t('rules.row.share')}>
      <div className="rule-range">
        <TextField
          label={t('trial.percent')}
          value={percent}
          maxLength={3}
          error={isPercent(percent) ? undefined : t('rules.share.percentWrong')}
          onChange={typed}
        />
        <DayField label={t('rules.share.from')} value={from} today={shopDate(now)} onChange={begin} />
        <DayField
          label={t('rules.share.to')}
          value={to}
          today={shopDate(now)}
          error={share.endsAt <= share.startsAt ? t('day.reversed') : undefined}
          onChange={(day) => onChange({ endsAt: endOfDay(day) })}
        />
        {weekChoices.map((weeks) => {
          const end = addDays(from, weeks * 7);
          return (
            <Button
              key={weeks}
              size="small"
              isPressed={to === end}
              onPress={() => onChange({ endsAt: endOfDay(end) })}
            >
              {t('trial.week', { count: weeks })}
            </Button>
          );
        })}
      </div>
      <p className="field-label">{t('rules.share.new')}</p>
      <div className="rule-range">
        <LaneFields lane={share.lane} onChange={(lane) => onChange({ lane })} />
      </div>
      <p className="soft small">{t('rules.share.note')}</p>
      <div className="form-actions">
        <Button size="small" icon="trash" onPress={onRemove}>
          {t('rules.share.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

function isPercent(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 100;
}

/** Old and new way side by side. */
function ShareFigures({ experimentId }: { readonly experimentId: string }) {
  const { t } = useTranslation();
  const compared = useQuery(ask.rules.comparison.queryOptions({ input: { experimentId } })).data;
  if (compared === undefined) return null;
  const isFew = Object.values(compared.verdicts).includes('few');
  return (
    <ArmFigures
      kind="rules.share"
      {...(isFew ? { caption: t('rules.share.sample', { count: leastSample }) } : {})}
      compared={compared}
      counted={[t('rules.share.orders'), ({ orders }) => orders]}
      nameOf={(row) => t(`rules.share.${row}`)}
      rows={[
        ['failed', (arm, { of }) => of(arm.failed, arm.booked + arm.failed)],
        ['unsure', (arm, { of }) => of(arm.unsure, arm.orders)],
        ['time', (arm, { times }) => times(arm.p50Ms, arm.p95Ms)],
        ['printFailed', (arm, { of }) => of(arm.printFailed, arm.printed + arm.printFailed)],
        ['exceptions', (arm, { of }) => of(arm.exceptions, arm.tracked)],
      ]}
    />
  );
}

type Share = NonNullable<Rule['share']>;

interface ShareStand {
  /** `ended`: 0 or 100 %, nothing is compared any more. */
  readonly kind: 'ended' | 'before' | 'running' | 'over';
  /** Begun days until it begins or ends; 0 when it does neither. */
  readonly days: number;
}

/** Whether a trial takes orders now, and for how long yet. */
export function shareStand({ percent, startsAt, endsAt }: Share, now: number): ShareStand {
  if (percent === 0 || percent === 100) return { kind: 'ended', days: 0 };
  if (now < startsAt) return { kind: 'before', days: Math.ceil((startsAt - now) / dayMs) };
  if (now >= endsAt) return { kind: 'over', days: 0 };
  return { kind: 'running', days: Math.ceil((endsAt - now) / dayMs) };
}
