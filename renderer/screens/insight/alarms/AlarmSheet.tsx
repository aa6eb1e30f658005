import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmergencySheet } from '../../../../shared/contracts/insight/alarms.ts';
import { hourMs, minuteMs } from '../../../../shared/rules/shopTime.ts';
import { alarmSentence, alarmSteps } from '../../../../shared/text/alarmSentence.ts';
import { hoursText } from '../../../../shared/text/hoursText.ts';
import { spanText } from '../../../../shared/text/spanText.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { MaskedText } from '../../../parts/When.tsx';
import { useLanguage } from '../../../words/useLanguage.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';
import { alarmTone } from './alarmTone.ts';
import { BackupPanel } from './BackupPanel.tsx';

const silenceMs = 4 * hourMs;

/** What happened, who to call, what to do, and the way to the backup; as it is on the screen it is on paper. */
export function AlarmSheet({ alarmId }: { readonly alarmId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useQuery(ask.alarms.sheet.queryOptions({ input: { alarmId } }));
  const sheet = answer.data;
  const paper = useRef<HTMLElement>(null);
  const isThere = sheet !== undefined;
  // Whoever pressed something to come here wants the sheet's keys, not that button once more.
  useEffect(() => {
    if (isThere) paper.current?.focus({ preventScroll: true });
  }, [isThere]);
  if (sheet === undefined)
    return (
      <div className="panel alarm-sheet">
        <AnswerState answer={answer} />
      </div>
    );
  const { alarm, lane } = sheet;
  return (
    <article ref={paper} tabIndex={-1} className="panel alarm-sheet" aria-label={t('alarmScreen.sheetFor')}>
      <SheetHead alarm={alarm} />
      <section>
        <h3>{t('alarmScreen.what')}</h3>
        <p className="alarm-what">{alarmSentence(alarm, language)}</p>
      </section>
      <div className="alarm-columns">
        <Contacts sheet={sheet} />
        <section>
          <h3>{t('alarmScreen.steps')}</h3>
          <ol className="alarm-steps">
            {alarmSteps(alarm.kind, language).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      </div>
      {lane !== null && <BackupPanel alarm={alarm} lane={lane} />}
      <SheetFoot sheet={sheet} />
    </article>
  );
}

type Alarm = EmergencySheet['alarm'];

function SheetHead({ alarm }: { readonly alarm: Alarm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, severity, kind, raisedAt, clearedAt, seenAt, seenBy, quietUntil } = alarm;
  const now = useNow();
  const minutes = ((clearedAt ?? now) - raisedAt) / minuteMs;
  return (
    <header className="alarm-head">
      <div className="line">
        <h2>{t(`alarm.${kind}`)}</h2>
        <StateMark
          tone={alarmTone(alarm)}
          label={t(state === 'cleared' ? 'alarmState.cleared' : `alarmSeverity.${severity}`)}
        />
      </div>
      <p className="line soft">
        <span>
          <Moment after={t('alarmScreen.since')} at={raisedAt} />
        </span>
        <span className="number">
          {t('alarmScreen.lasted', { span: spanText(Math.max(1, minutes), language) })}
        </span>
        {seenAt !== null && (
          <span>{t('alarmScreen.seenBy', { name: seenBy === '' ? t('alarmScreen.owner') : seenBy })}</span>
        )}
        {quietUntil !== null && quietUntil > now && (
          <span>
            <Moment after={t('alarmScreen.quietUntil')} at={quietUntil} />
          </span>
        )}
      </p>
    </header>
  );
}

function Contacts({ sheet: { contacts, platform } }: { readonly sheet: EmergencySheet }) {
  const { t } = useTranslation();
  const maySet = useMissingRight(['changeSettings']) === null;
  return (
    <section>
      <h3>{t('alarmScreen.who')}</h3>
      {contacts.length === 0 && platform === null && (
        <>
          <p className="soft">{t('alarmScreen.noContacts')}</p>
          {maySet && (
            <Button onPress={() => go('settings', { section: 'alarms', tab: 'contacts' })}>
              {t('alarmScreen.addContacts')}
            </Button>
          )}
        </>
      )}
      <ul className="plain-list alarm-contacts">
        {contacts.map(({ name, phone, note }) => (
          <li key={`${name} ${phone}`}>
            <strong>{name}</strong>
            <span className="alarm-phone">
              <MaskedText phone={phone} />
            </span>
            {note !== '' && <span className="soft small">{note}</span>}
          </li>
        ))}
        {platform !== null && <PlatformContact platform={platform} />}
      </ul>
    </section>
  );
}

/** Whom the platform named, as its record keeps it. */
function PlatformContact({ platform }: { readonly platform: NonNullable<EmergencySheet['platform']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { accountName, adviserName, adviserPhone, hotline, hours, isAnswering } = platform;
  return (
    <li>
      <strong>{t('alarmScreen.platformOf', { name: accountName })}</strong>
      {adviserName !== '' && <span>{t('alarmScreen.adviser', { name: adviserName })}</span>}
      {[adviserPhone, hotline]
        .filter((phone) => phone !== '')
        .map((phone) => (
          <span key={phone} className="alarm-phone">
            <MaskedText phone={phone} />
          </span>
        ))}
      {hours !== null && <span className="soft small">{hoursText(hours, language)}</span>}
      {isAnswering !== null && (
        <StateMark
          tone={isAnswering ? 'done' : 'waiting'}
          label={t(isAnswering ? 'alarmScreen.answering' : 'alarmScreen.notAnswering')}
        />
      )}
    </li>
  );
}

function SheetFoot({ sheet: { alarm, messages } }: { readonly sheet: EmergencySheet }) {
  const { t } = useTranslation();
  const maySilence = useMissingRight(['changeOrders']) === null;
  const now = useNow();
  const see = useAct(() => core.alarms.seen({ alarmId: alarm.id }));
  const silence = useAct(() => core.alarms.silence({ alarmId: alarm.id, until: now + silenceMs }));
  const isOver = alarm.state === 'cleared';
  const isQuiet = alarm.quietUntil !== null && alarm.quietUntil > now;
  return (
    <footer className="alarm-foot">
      {messages.length > 0 && (
        <p className="soft small alarm-told">
          {t('alarmScreen.told')}
          {messages.map(({ channelName, event, state }) => (
            <span key={`${channelName} ${event}`}>
              {` ${channelName} · ${t(`messageEvent.${event}`)} · ${t(`messageState.${state}`)}`}
            </span>
          ))}
        </p>
      )}
      <div className="form-actions">
        {alarm.state === 'raised' && (
          <KeyButton combo={letters.accept} icon="check" {...see.press()}>
            {t('alarmScreen.acknowledge')}
          </KeyButton>
        )}
        {!isOver && maySilence && (
          <KeyButton combo={letters.later} icon="pause" isDisabled={isQuiet} {...silence.press()}>
            {t('alarmScreen.silence')}
          </KeyButton>
        )}
        <KeyButton combo={letters.print} icon="print" look="quiet" onPress={() => window.print()}>
          {t('alarmScreen.print')}
        </KeyButton>
      </div>
    </footer>
  );
}
