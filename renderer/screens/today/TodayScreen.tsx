import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import './today.css';
import type { DayBoard } from '../../../shared/contracts/insight/board.ts';
import type { StatusView } from '../../../shared/contracts/session.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { useNow } from '../../bridge/page.ts';
import { questions } from '../../bridge/questions.ts';
import { Button, KeyHint } from '../../parts/Button.tsx';
import { formatCount, formatShopDay, useDuration } from '../../parts/format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/keys.ts';
import { go, type PlaceFocus, type ScreenId } from '../../parts/place.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { DayHours } from '../../work/board/DayHours.tsx';
import { DayStrip } from '../../work/board/DayStrip.tsx';
import { JournalNotice } from '../../work/JournalNotice.tsx';
import { SealNotice } from '../../work/SealNotice.tsx';
import { type BookingSummary, lackOf, type TodayItem, todayItems } from '../../work/todayTable.ts';
import { MoveNotice } from '../../work/workstations/MoveNotice.tsx';
import { AlarmNotice } from './AlarmNotice.tsx';
import { FirstDay, isBlankDay } from './FirstDay.tsx';
import { PasteBox } from './PasteBox.tsx';

/** Only so many have a digit of their own. */
const maxDigit = 9;

interface ItemRowProps {
  readonly item: TodayItem;
  /** Its digit; null: it goes on by itself, or there are no digits left. */
  readonly digit: number | null;
  readonly isFirst?: boolean;
}

/** How many, what, why, and the one act; the first of all is the act of Enter. */
function ItemRow({ item, digit, isFirst = false }: ItemRowProps) {
  const { t } = useTranslation();
  const wordsId = useId();
  const open = (): void => go(item.screen, item.focus);
  return (
    <li className="today-row">
      <span className="today-digit">{digit !== null && <KeyHint combo={String(digit)} />}</span>
      <span className={`today-count today-${item.tone} number`}>{formatCount(item.count)}</span>
      <span id={wordsId} className="today-words">
        <strong>{t(`today.item.${item.id}`)}</strong>
        {item.id === 'accountBroken' ? (
          <NextTries />
        ) : (
          <span className="soft small">{t(`today.note.${item.id}`)}</span>
        )}
      </span>
      {isFirst ? (
        <Button look="primary" size="large" keyHint="Enter" describedBy={wordsId} onPress={open}>
          {t(`today.act.${item.id}`)}
        </Button>
      ) : (
        <Button describedBy={wordsId} onPress={open}>
          {t(`today.act.${item.id}`)}
        </Button>
      )}
    </li>
  );
}

/** The digits walk through the list; Enter does what stands first, or what the workspace lacks before it. */
function useTodayKeys(items: readonly TodayItem[], lead: () => void, leadWords: string): void {
  const { t } = useTranslation();
  useKeys([
    { combo: 'Enter', says: leadWords, run: lead },
    ...items.slice(0, maxDigit).map(({ id, screen, focus }, index) => ({
      combo: String(index + 1),
      says: t(`today.item.${id}`),
      run: () => go(screen, focus),
    })),
  ]);
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

/** What comes before everything in the list: something the workspace lacks, or, with nothing to do, new orders. */
function LeadRow({ id, open }: { readonly id: 'sender' | 'account' | 'printer' | 'import'; open(): void }) {
  const { t } = useTranslation();
  return (
    <li className="today-row today-lead">
      <span className="today-digit" />
      <span className="today-count">
        <Icon name={id === 'import' ? 'check' : 'alert'} size={28} />
      </span>
      <span className="today-words">
        <strong>{t(`today.step.${id}`)}</strong>
        <span className="soft small">{t(`today.stepNote.${id}`)}</span>
      </span>
      <Button look="primary" size="large" keyHint="Enter" onPress={open}>
        {t(`today.stepAct.${id}`)}
      </Button>
    </li>
  );
}

/** What to do now, most urgent first, then what goes on by itself. */
function NowList({ status, booking }: { status: StatusView; booking: BookingSummary | undefined }) {
  const { t } = useTranslation();
  const items = todayItems(status, booking);
  const [first] = items.now;
  const lack = lackOf(status, items) ?? (first === undefined ? 'import' : null);
  const lead = (): void => {
    if (lack === 'import') go('import');
    else if (lack !== null) go('settings', { section: `${lack}${lack === 'sender' ? '' : 's'}` });
    else if (first !== undefined) go(first.screen, first.focus);
  };
  const leadWords =
    lack !== null ? t(`today.step.${lack}`) : first === undefined ? '' : t(`today.item.${first.id}`);
  useTodayKeys(items.now, lead, leadWords);
  const counts = [...items.now, ...items.running].map(({ count }) => formatCount(count).length);
  return (
    <section
      className="panel today-list"
      aria-labelledby="today-now"
      // The longest count of all: what it counts is in line below each other.
      style={{ '--signs': Math.max(0, ...counts) } as CSSProperties}
    >
      <h2 id="today-now">{t('today.now')}</h2>
      <ul className="plain-list today-next">
        {lack !== null && <LeadRow id={lack} open={lead} />}
        {items.now.map((item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            digit={index < maxDigit ? index + 1 : null}
            isFirst={index === 0 && lack === null}
          />
        ))}
      </ul>
      {items.running.length > 0 && (
        <>
          <h3>
            {t('today.running')}
            <RunningNote status={status} />
          </h3>
          <ul className="plain-list today-running">
            {items.running.map((item) => (
              <ItemRow key={item.id} item={item} digit={null} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** How long the queue still takes, as far as anybody can know. */
function RunningNote({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { waiting, sending } = status.queue;
  if (waiting + sending === 0 || status.expectedSeconds === null) return null;
  return (
    <span className="soft number">
      {t('today.working', { count: waiting + sending, left: duration(status.expectedSeconds) })}
    </span>
  );
}

/** The start: what to do now in one list, and the day so far below it. */
export function TodayScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const status = useQuery(questions.status()).data;
  const booking = useQuery(questions.bookingSummary()).data;
  const day = useQuery(questions.dayBoard()).data;
  const hasPrinted = useHasPrinted();
  const mayConfirm = useMissingRight(['manageOperators']) === null;
  const mayPaste = useMissingRight(['importOrders', 'seePersonalData']) === null;
  if (status === undefined) return null;
  return (
    <div className="screen screen-scroll today">
      <header className="screen-head">
        <h1>{t('screen.today')}</h1>
        <span className="soft number">{formatShopDay(status.now, language)}</span>
      </header>
      <AlarmNotice />
      <JournalNotice />
      <MoveNotice />
      <SealNotice troubles={status.sealTroubles}>
        {mayConfirm && (
          <Button onPress={() => go('settings', { section: 'operators', tab: 'record' })}>
            {t('today.toRecord')}
          </Button>
        )}
      </SealNotice>
      <div className="today-columns">
        <div className="today-main">
          <NowList status={status} booking={booking} />
          {day !== undefined && hasPrinted !== undefined && (
            <Day day={day} isFirst={!hasPrinted && isBlankDay(day)} />
          )}
        </div>
        <div className="stack">
          {hasPrinted !== undefined && <FirstSteps status={status} hasPrinted={hasPrinted} />}
          {day !== undefined && <DayStrip day={day} />}
          {mayPaste && <PasteBox />}
        </div>
      </div>
    </div>
  );
}

/** The day so far by hours; on the very first one, how it goes. */
function Day({ day, isFirst }: { readonly day: DayBoard; readonly isFirst: boolean }) {
  if (isFirst) return <FirstDay />;
  return (
    <div className="today-day">
      <DayHours day={day} />
    </div>
  );
}

/** Has a label ever come out? undefined: not known yet; where it cannot be read, nobody is told how to begin. */
function useHasPrinted(): boolean | undefined {
  const { data: counts, isPending } = useQuery(ask.print.counts.queryOptions());
  if (isPending) return undefined;
  return counts === undefined || (counts.confirmed ?? 0) + (counts.sent ?? 0) > 0;
}

interface FirstStepsProps {
  readonly status: StatusView;
  readonly hasPrinted: boolean;
}

/** What a new workspace still lacks; gone once all is there. Each step can be left for later. */
function FirstSteps({ status, hasPrinted }: FirstStepsProps) {
  const { t } = useTranslation();
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
            <span id={`first-${id}`} className="grow">
              {t(`today.first.${id}`)}
            </span>
            {isDone ? (
              <span className="soft small">{t('today.first.done')}</span>
            ) : (
              <Button size="small" describedBy={`first-${id}`} onPress={() => go(screen, focus)}>
                {t('today.first.do')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
