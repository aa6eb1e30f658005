import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { Rule } from '../../bridge/queries/ruleQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { laneText, type RuleNames } from '../../words/ruleSentence.ts';
import { ShareFields } from './ShareFields.tsx';
import { ShareFigures } from './ShareFigures.tsx';
import { shareStand } from './shareStand.ts';

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
  const say = useToasts((store) => store.say);
  const now = useNow();
  const put = (change: Partial<Share>): void => onChange({ share: { ...share, ...change } });
  const end = useMutation({
    mutationFn: ({ percent, on }: { readonly percent: number; readonly on: number }) =>
      core.rules.setShare({ ruleId: rule.id, percent, basedOn: on }),
    onSuccess: ({ versionNo }, { percent }) =>
      say({
        tone: 'done',
        says: t(
          percent === 0
            ? 'rules.share.ended0'
            : percent === 100
              ? 'rules.share.ended100'
              : 'rules.share.back',
          {
            percent,
          },
        ),
        ...(percent > 0 && percent < 100
          ? {}
          : {
              action: {
                label: t('rules.share.undo', { percent: share.percent }),
                run: () => end.mutate({ percent: share.percent, on: versionNo }),
              },
            }),
      }),
  });
  const setPercent = (percent: number): void =>
    isSaved ? end.mutate({ percent, on: basedOn }) : put({ percent });
  const stand = shareStand(share, now);
  const day = (at: number): string =>
    new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric' }).format(at);
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
      <StateMark
        tone={stand.kind === 'running' ? 'active' : stand.kind === 'over' ? 'unsure' : 'waiting'}
        label={t(`rules.share.stand.${stand.kind}`, { count: stand.days, percent: share.percent })}
      />
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
      {isEditing && (
        <ShareFields share={share} now={now} onChange={put} onRemove={() => onChange({ share: null })} />
      )}
      {isComparing && <ShareFigures experimentId={share.experimentId} />}
    </div>
  );
}
