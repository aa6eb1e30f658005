import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import './today.css';
import type { StatusView } from '../../../shared/contracts/session.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { useNow } from '../../bridge/page.ts';
import { questions } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { formatCount, useDuration } from '../../parts/format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { go, type PlaceFocus, type ScreenId } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { DayHours } from '../../work/board/DayHours.tsx';
import { DayStrip } from '../../work/board/DayStrip.tsx';
import { JournalNotice } from '../../work/JournalNotice.tsx';
import { SealNotice } from '../../work/SealNotice.tsx';
import { nextStep, type TodayItem, todayItems } from '../../work/todayTable.ts';
import { AlarmNotice } from './AlarmNotice.tsx';
import { PasteBox } from './PasteBox.tsx';

function ItemRow({ item }: { readonly item: TodayItem }) {
  const { t } = useTranslation();
  return (
    <li className="today-row">
      <span className={`today-count today-${item.tone} number`}>{formatCount(item.count)}</span>
      <span className="today-words">
        <strong>{t(`today.item.${item.id}`)}</strong>
        {item.id === 'accountBroken' ? (
          <NextTries />
        ) : (
          <span className="soft small">{t(`today.note.${item.id}`)}</span>
        )}
      </span>
      <Button onPress={() => go(item.screen, item.focus)}>{t(`today.act.${item.id}`)}</Button>
    </li>
  );
}

/** When each closed lane tries again by itself, counted down. */
function NextTries() {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const duration = useDuration();
  const { standing = [] } = useQuery(questions.bookingSummary()).data ?? {};
  return (
    <>
      {standing.map(({ accountId, name, retryAt, waiting }) => (
        <span key={accountId} className="soft small number">
          {t(waiting > 0 ? 'lanes.todayWaiting' : 'lanes.today', {
            name,
            count: waiting,
            left: duration(Math.max(0, (retryAt ?? now) - now) / 1_000),
          })}
        </span>
      ))}
      <span className="soft small">{t('today.note.accountBroken')}</span>
    </>
  );
}

function ItemList({ title, items, calm }: { title: string; items: readonly TodayItem[]; calm: string }) {
  return (
    <section className="panel today-list" aria-label={title}>
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p className="today-calm">
          <StateMark tone="done" label={calm} />
        </p>
      ) : (
        <ul className="plain-list">
          {items.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The one thing to do now; Enter does it. */
function NextPanel({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const next = nextStep(status);
  const { waiting, sending } = status.queue;
  return (
    <section className="panel today-next">
      <div>
        <h3>{t('today.next')}</h3>
        <p className="today-next-words">{t(`today.step.${next.id}`, { count: next.count })}</p>
        <p className="soft">
          {waiting + sending > 0 && next.id !== 'alarm'
            ? t('today.working', {
                count: waiting + sending,
                left: status.expectedSeconds === null ? '–' : duration(status.expectedSeconds),
              })
            : t(`today.stepNote.${next.id}`)}
        </p>
      </div>
      <KeyButton
        look="primary"
        size="large"
        icon="arrow"
        combo="Enter"
        onPress={() => go(next.screen, next.focus)}
      >
        {t(`today.stepAct.${next.id}`)}
      </KeyButton>
    </section>
  );
}

/** The start: what is next, what is wrong, what is waiting; one button each. */
export function TodayScreen() {
  const { t } = useTranslation();
  const status = useQuery(questions.status()).data;
  const booking = useQuery(questions.bookingSummary()).data;
  const day = useQuery(questions.dayBoard()).data;
  const mayConfirm = useMissingRight(['manageOperators']) === null;
  const mayPaste = useMissingRight(['importOrders', 'seePersonalData']) === null;
  if (status === undefined) return null;
  const { wrong, waiting } = todayItems(status, booking);
  return (
    <div className="screen screen-scroll today">
      <AlarmNotice />
      <JournalNotice />
      <SealNotice troubles={status.sealTroubles}>
        {mayConfirm && (
          <Button onPress={() => go('settings', { section: 'operators', tab: 'record' })}>
            {t('today.toRecord')}
          </Button>
        )}
      </SealNotice>
      <NextPanel status={status} />
      <div className="today-columns">
        <ItemList title={t('today.wrong')} items={wrong} calm={t('today.nothingWrong')} />
        <ItemList title={t('today.waiting')} items={waiting} calm={t('today.nothingWaits')} />
        <div className="stack">
          <FirstSteps status={status} />
          {mayPaste && <PasteBox />}
        </div>
        {day !== undefined && (
          <div className="today-day">
            <DayStrip day={day} />
            <DayHours day={day} />
          </div>
        )}
      </div>
    </div>
  );
}

/** What a new workspace still lacks; gone once all is there. Each step can be left for later. */
function FirstSteps({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const counts = useQuery(ask.print.counts.queryOptions()).data;
  const hasPrinted = counts === undefined || (counts.confirmed ?? 0) + (counts.sent ?? 0) > 0;
  const steps: readonly {
    id: 'sender' | 'printer' | 'account' | 'label';
    isDone: boolean;
    screen: ScreenId;
    focus: PlaceFocus;
  }[] = [
    { id: 'sender', isDone: status.hasSender, screen: 'settings', focus: { section: 'sender' } },
    { id: 'printer', isDone: status.hasPrinter, screen: 'settings', focus: { section: 'printers' } },
    { id: 'account', isDone: status.hasAccount, screen: 'settings', focus: { section: 'accounts' } },
    { id: 'label', isDone: hasPrinted, screen: status.ready > 0 ? 'ship' : 'import', focus: {} },
  ];
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <section className="panel today-list" aria-label={t('today.first.title')}>
      <h2>{t('today.first.title')}</h2>
      <ol className="plain-list first-steps">
        {steps.map(({ id, isDone, screen, focus }, index) => (
          <li key={id} className={isDone ? 'first-done' : ''}>
            <span className="first-mark">{isDone ? <Icon name="check" size={14} /> : index + 1}</span>
            <span className="grow">{t(`today.first.${id}`)}</span>
            {isDone ? (
              <span className="soft small">{t('today.first.done')}</span>
            ) : (
              <Button size="small" onPress={() => go(screen, focus)}>
                {t('today.first.do')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
