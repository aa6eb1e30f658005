import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CarrierPause,
  caseRuleLimits,
  springFestivalName,
} from '../../../shared/domain/cases/caseRules.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { DayField } from '../../parts/form/DayField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

interface PauseListProps {
  readonly pauses: readonly CarrierPause[];
  onChange(pauses: readonly CarrierPause[]): void;
}

/** Days on which carriers rest: the Spring Festival, a sale’s aftermath. Limits stand still meanwhile. */
export function PauseList({ pauses, onChange }: PauseListProps) {
  const { t } = useTranslation();
  const today = shopDate(useNow());
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [name, setName] = useState('');
  const ahead = pauses
    .filter((pause) => pause.to >= today)
    .sort((one, other) => one.from.localeCompare(other.from));
  const called = (pause: CarrierPause) =>
    pause.name === springFestivalName ? t('caseRules.springFestival') : pause.name;
  const isRight = from <= to && name.trim() !== '' && pauses.length < caseRuleLimits.pauses;
  return (
    <div className="panel panel-pad stack">
      {ahead.length === 0 && <p className="soft">{t('caseRules.noPause')}</p>}
      <ul className="plain-list stack-tight">
        {ahead.map((pause) => (
          <li key={`${pause.from} ${pause.name}`} className="line">
            <span className="case-rules-days">
              {pause.from} – {pause.to}
            </span>
            <span>{called(pause)}</span>
            <span className="grow" />
            <Button
              size="small"
              label={t('caseRules.removePause', { name: `${called(pause)} ${pause.from}` })}
              onPress={() => onChange(pauses.filter((one) => one !== pause))}
            >
              {t('caseRules.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="line case-rules-new">
        <DayField label={t('caseRules.from')} value={from} today={today} onChange={setFrom} />
        <DayField label={t('caseRules.to')} value={to} today={today} onChange={setTo} />
        <TextField label={t('caseRules.pauseName')} value={name} maxLength={40} onChange={setName} />
        <Button
          isDisabled={!isRight}
          onPress={() => {
            onChange([...pauses, { from, to, carrier: '', name: name.trim() }]);
            setName('');
          }}
        >
          {t('caseRules.add')}
        </Button>
      </div>
    </div>
  );
}
