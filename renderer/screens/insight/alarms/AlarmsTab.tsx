import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AlarmRow } from '../../../../shared/contracts/insight/alarms.ts';
import { alarmSentence } from '../../../../shared/text/alarmSentence.ts';
import { ask } from '../../../bridge/core.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { usePlaceState } from '../../../parts/usePlaceState.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { Moment } from '../../../work/Moment.tsx';
import type { InsightTabProps } from '../insightTabs.ts';
import { AlarmSheet } from './AlarmSheet.tsx';
import { alarmTone } from './alarmTone.ts';
import './alarms.css';
import { useLanguage } from '../../../words/useLanguage.ts';

const pastShown = 100;

/** What is wrong now, the worst first, and what was; each opens its emergency sheet beside the list. */
export function AlarmsTab({ focus, step }: InsightTabProps) {
  const { t } = useTranslation();
  const now = useQuery(ask.alarms.open.queryOptions());
  const before = useQuery(ask.alarms.history.queryOptions({ input: { offset: 0, limit: pastShown } }));
  const open = now.data;
  const past = before.data;
  const [chosen, setChosen] = usePlaceState<string | null>(focus.section, step, null);
  const rows = [...(open ?? []), ...(past?.rows ?? [])];
  const shown = rows.find(({ id }) => id === chosen) ?? open?.[0];
  const move = (by: number): void => {
    const at = rows.findIndex(({ id }) => id === shown?.id);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setChosen(next.id);
  };
  useKeys([
    { combo: 'ArrowDown', says: t('keys.tableMove'), run: () => move(1) },
    { combo: 'ArrowUp', says: t('keys.tableMove'), run: () => move(-1) },
  ]);
  if (open === undefined) return <AnswerState answer={now} />;
  if (past === undefined) return <AnswerState answer={before} />;
  if (rows.length === 0) return <NoAlarms />;
  const pick = (id: string) => setChosen(id);
  return (
    <div className="alarms-tab">
      <nav className="panel alarms-list" aria-label={t('alarmScreen.title')}>
        <h3>
          {t('alarmScreen.now')} <span className="number soft">{open.length}</span>
        </h3>
        <AlarmLines rows={open} chosen={shown?.id} onChoose={pick} />
        <h3>{t('alarmScreen.past')}</h3>
        {past.rows.length === 0 && <p className="alarms-calm soft small">{t('alarmScreen.nonePast')}</p>}
        <AlarmLines rows={past.rows} chosen={shown?.id} onChoose={pick} />
        {past.total > past.rows.length && (
          <p className="alarms-calm soft small">
            {t('alarmScreen.more', { count: past.total - past.rows.length })}
          </p>
        )}
      </nav>
      {shown === undefined ? <NoAlarms /> : <AlarmSheet key={shown.id} alarmId={shown.id} />}
    </div>
  );
}

function NoAlarms() {
  const { t } = useTranslation();
  const maySet = useMissingRight(['changeSettings']) === null;
  return (
    <div className="panel alarms-none">
      <EmptyState icon="check" title={t('alarmScreen.none')}>
        <p>{t('alarmScreen.noneNote')}</p>
        {maySet && (
          <Button onPress={() => go('settings', { section: 'alarms' })}>{t('alarmScreen.setUp')}</Button>
        )}
      </EmptyState>
    </div>
  );
}

interface AlarmLinesProps {
  readonly rows: readonly AlarmRow[];
  readonly chosen: string | undefined;
  onChoose(id: string): void;
}

function AlarmLines({ rows, chosen, onChoose }: AlarmLinesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {rows.map((alarm) => (
        <li key={alarm.id}>
          <button
            type="button"
            className="alarm-line"
            aria-current={alarm.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(alarm.id)}
          >
            <span className="line">
              <StateMark tone={alarmTone(alarm)} label={t(`alarm.${alarm.kind}`)} />
              <span className="grow" />
              <span className="soft small">
                <Moment at={alarm.raisedAt} as="age" />
              </span>
            </span>
            <span className="alarm-says small">{alarmSentence(alarm, language)}</span>
            {alarm.state === 'seen' && <span className="soft small">{t('alarmState.seen')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
