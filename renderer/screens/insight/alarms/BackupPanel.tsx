import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmergencySheet } from '../../../../shared/contracts/insight/alarms.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { AskingButton } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';

type Lane = NonNullable<EmergencySheet['lane']>;

interface BackupPanelProps {
  readonly alarm: EmergencySheet['alarm'];
  readonly lane: Lane;
}

type Sheet = Awaited<ReturnType<typeof core.alarms.sheet>>;

const shown = (sheet: Sheet) =>
  queryClient.setQueryData(ask.alarms.sheet.queryKey({ input: { alarmId: sheet.alarm.id } }), sheet);

/** The one action: to the backup, and back once the account is well. Who did so, when and why is below. */
export function BackupPanel({ alarm, lane }: BackupPanelProps) {
  const { t } = useTranslation();
  const mayBook = useMissingRight(['bookParcels']) === null;
  const { accountName, divertedTo, divertedAt, waiting, unsure, events } = lane;
  return (
    <section className="alarm-backup">
      <h3>{t('alarmScreen.backup')}</h3>
      <p className="line">
        {divertedTo === null ? (
          t('alarmScreen.own', { name: accountName, count: waiting })
        ) : (
          <strong>{t('alarmScreen.diverted', { name: accountName, to: divertedTo })}</strong>
        )}
        {divertedAt !== null && <Moment at={divertedAt} as="age" />}
      </p>
      {unsure > 0 && <p className="soft small">{t('alarmScreen.ownUnsure', { count: unsure })}</p>}
      <Health lane={lane} />
      {mayBook && (
        <div className="alarm-act">
          {divertedTo === null ? (
            <SwitchActions alarm={alarm} lane={lane} />
          ) : (
            <BackActions alarm={alarm} lane={lane} />
          )}
        </div>
      )}
      {events.length > 0 && (
        <ul className="plain-list alarm-events">
          {events.map(({ at, kind, fromName, toName, operator, reason, moved, stayed }) => (
            <li key={`${at} ${kind}`} className="small">
              <Moment at={at} /> <strong>{t(`laneEvent.${kind}`)}</strong>{' '}
              {t('alarmScreen.event', {
                from: kind === 'switched' ? fromName : toName,
                to: kind === 'switched' ? toName : fromName,
                who: operator === '' ? t('alarmScreen.owner') : operator,
              })}
              {kind === 'switched' && (
                <span className="soft"> {t('alarmScreen.eventMoved', { moved, stayed })}</span>
              )}
              {reason !== '' && <span className="soft"> {reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Health({ lane: { isHealthy, calls, faults } }: { readonly lane: Lane }) {
  const { t } = useTranslation();
  if (isHealthy === null) return <StateMark tone="waiting" label={t('alarmScreen.unknown')} />;
  if (isHealthy) return <StateMark tone="done" label={t('alarmScreen.healthy')} />;
  const words = faults === 0 ? t('alarmScreen.stopped') : t('alarmScreen.unhealthy', { calls, faults });
  return <StateMark tone="failed" label={words} />;
}

function useCheck({ alarm, lane }: BackupPanelProps) {
  const { t } = useTranslation();
  const asked = { alarmId: alarm.id, accountId: lane.accountId };
  return useAct(() => core.alarms.checkAccount(asked), {
    says: () => t('alarmScreen.checked'),
    after: shown,
  });
}

function SwitchActions({ alarm, lane }: BackupPanelProps) {
  const { t } = useTranslation();
  const usable = lane.backups.filter(({ isUsable }) => isUsable);
  const [chosen, setChosen] = useState<string | null>(null);
  const to = usable.find(({ accountId }) => accountId === chosen) ?? usable[0];
  const check = useCheck({ alarm, lane });
  const reason = t(`alarm.${alarm.kind}`);
  const asked = { alarmId: alarm.id, accountId: lane.accountId, toAccountId: to?.accountId ?? '', reason };
  const act = useAct(() => core.alarms.switch(asked), {
    says: ({ lane: now }) => {
      const count = now?.events[0]?.moved ?? 0;
      return count === 0 ? t('alarmScreen.switchedNone') : t('alarmScreen.switched', { count });
    },
    after: shown,
  });
  if (to === undefined) return <p className="soft">{t('alarmScreen.noBackup')}</p>;
  return (
    <>
      {usable.length > 1 && (
        <SelectField
          label={t('alarmScreen.to')}
          isLabelHidden
          width={220}
          value={to.accountId}
          options={usable.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          onChange={setChosen}
        />
      )}
      {alarm.state === 'cleared' ? (
        <Button {...act.press()}>{t('alarmScreen.switch', { name: to.name })}</Button>
      ) : (
        <KeyButton look="primary" combo="Enter" icon="arrow" {...act.press()}>
          {t('alarmScreen.switch', { name: to.name })}
        </KeyButton>
      )}
      <Button {...check.press()}>{t('alarmScreen.check')}</Button>
    </>
  );
}

function BackActions({ alarm, lane }: BackupPanelProps) {
  const { t } = useTranslation();
  const check = useCheck({ alarm, lane });
  const asked = { alarmId: alarm.id, accountId: lane.accountId, reason: '' };
  const back = useAct(() => core.alarms.switchBack(asked), {
    says: () => t('alarmScreen.backDone'),
    after: shown,
  });
  const label = t('alarmScreen.back', { name: lane.accountName });
  return (
    <>
      {lane.isHealthy === true ? (
        <KeyButton look="primary" combo="Enter" icon="undo" {...back.press()}>
          {label}
        </KeyButton>
      ) : (
        <AskingButton
          label={label}
          title={t('alarmScreen.backTitle', { name: lane.accountName })}
          note={t('alarmScreen.backNote')}
          yes={t('alarmScreen.backYes')}
          {...back.asking()}
        />
      )}
      <Button {...check.press()}>{t('alarmScreen.check')}</Button>
    </>
  );
}
