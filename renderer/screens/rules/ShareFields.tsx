import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../bridge/queries/ruleQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { DayField } from '../../parts/form/DayField.tsx';
import { addDays } from '../../parts/form/readDay.ts';
import { TextField } from '../../parts/form/TextField.tsx';
import { endOfDay, localDay, startOfDay } from '../../parts/localDay.ts';
import { LaneFields } from './LaneFields.tsx';

type Share = NonNullable<Rule['share']>;

/** Lengths offered with one press; others are typed. */
const weekChoices = [1, 2, 4] as const;

interface ShareFieldsProps {
  readonly share: Share;
  readonly now: number;
  onChange(change: Partial<Share>): void;
  onRemove(): void;
}

/** How many orders try which way, from which day to which. */
export function ShareFields({ share, now, onChange, onRemove }: ShareFieldsProps) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState(String(share.percent));
  const [from, to] = [localDay(share.startsAt), localDay(share.endsAt)];
  const typed = (text: string): void => {
    setPercent(text);
    if (isPercent(text)) onChange({ percent: Number(text) });
  };
  /** A trial that begins today has begun: not at midnight, before it was thought of. */
  const begin = (day: string): void => {
    if (day === from) return;
    onChange({ startsAt: day === localDay(now) ? now : startOfDay(day) });
  };
  return (
    <fieldset className="rule-editor" aria-label={t('rules.row.share')}>
      <div className="rule-range">
        <TextField
          label={t('rules.share.percent')}
          value={percent}
          maxLength={3}
          error={isPercent(percent) ? undefined : t('rules.share.percentWrong')}
          onChange={typed}
        />
        <DayField label={t('rules.share.from')} value={from} today={localDay(now)} onChange={begin} />
        <DayField
          label={t('rules.share.to')}
          value={to}
          today={localDay(now)}
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
              {t('rules.share.week', { count: weeks })}
            </Button>
          );
        })}
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

function isPercent(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= 100;
}
