import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import type { Rule } from '../../../bridge/queries/ruleQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { laneText, type RuleNames } from '../../../parts/ruleSentence.ts';
import { LaneFields } from './LaneFields.tsx';
import { ShareFigures } from './ShareFigures.tsx';

const dayMs = 86_400_000;
const weekChoices = ['1', '2', '3', '4'] as const;
type Weeks = (typeof weekChoices)[number];
type Share = NonNullable<Rule['share']>;

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
  const end = useMutation({
    mutationFn: (percent: number) => core.rules.setShare({ ruleId: rule.id, percent, basedOn }),
  });
  const put = (change: Partial<Share>): void => onChange({ share: { ...share, ...change } });
  const setPercent = (percent: number): void => (isSaved ? end.mutate(percent) : put({ percent }));
  const day = (at: number): string =>
    new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric' }).format(at);
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
          lane: laneText(share.lane, t, names),
          from: day(share.startsAt),
          to: day(share.endsAt),
        })}
      </button>
      <Button
        size="small"
        isDisabled={share.percent === 0}
        isBusy={end.isPending}
        onPress={() => setPercent(0)}
      >
        {t('rules.share.end0')}
      </Button>
      <Button
        size="small"
        isDisabled={share.percent === 100}
        isBusy={end.isPending}
        onPress={() => setPercent(100)}
      >
        {t('rules.share.end100')}
      </Button>
      <Button size="small" isPressed={isComparing} onPress={() => setComparing(!isComparing)}>
        {t('rules.share.compare')}
      </Button>
      {isEditing && <ShareFields share={share} onChange={put} onRemove={() => onChange({ share: null })} />}
      {isComparing && <ShareFigures experimentId={share.experimentId} />}
    </div>
  );
}

interface ShareFieldsProps {
  readonly share: Share;
  onChange(change: Partial<Share>): void;
  onRemove(): void;
}

function ShareFields({ share, onChange, onRemove }: ShareFieldsProps) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState(String(share.percent));
  const weeks = String(Math.round((share.endsAt - share.startsAt) / (7 * dayMs)));
  const typed = (text: string): void => {
    setPercent(text);
    if (/^\d{1,3}$/.test(text) && Number(text) <= 100) onChange({ percent: Number(text) });
  };
  return (
    <fieldset className="rule-editor" aria-label={t('rules.row.share')}>
      <div className="rule-range">
        <TextField label={t('rules.share.percent')} value={percent} maxLength={3} onChange={typed} />
        <ChoiceField
          label={t('rules.share.weeks')}
          value={weeks as Weeks}
          choices={weekChoices.map((value) => ({
            value,
            label: t('rules.share.week', { count: Number(value) }),
          }))}
          onChange={(value) => onChange({ endsAt: share.startsAt + Number(value) * 7 * dayMs })}
        />
      </div>
      <p className="field-label">{t('rules.share.lane')}</p>
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
