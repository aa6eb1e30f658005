import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { Moment } from '../../../work/Moment.tsx';
import { useAct } from '../../../work/useAct.ts';
import './preflight.css';
import type { PreflightAccount, PreflightRow } from '../../../../shared/contracts/booking.ts';
import { preflightOfAccount } from '../../../../shared/domain/booking.ts';
import { ask, core } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { useBookingRun } from '../../../bridge/longRuns.ts';
import { pageClock } from '../../../bridge/page.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { questions, type ShipSelection } from '../../../bridge/questions.ts';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { formatCount, useDuration } from '../../../parts/format.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { ProgressBar, StateMark } from '../../../parts/StateMark.tsx';
import type { RefusedOrder } from '../RefusedList.tsx';
import type { useDeskChoices } from '../useDeskChoices.ts';
import { arrangeFindings, type FindingHands, FindingLine } from './FindingLine.tsx';

type Report = Answered<'preflight', 'check'>;

const icons = { go: 'check', look: 'question', stop: 'alert' } as const;

/** Go or no-go, in one glance. */
function Verdict({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { verdict, orders, bookable, expectedSeconds } = report;
  return (
    <div className={`verdict verdict-${verdict}`} role="status">
      <Icon name={icons[verdict]} size={28} />
      <div className="grow">
        <p className="verdict-words">{t(`preflight.verdict.${verdict}`)}</p>
        <p>
          {t('preflight.verdictNote', {
            count: orders,
            shown: formatCount(orders),
            bookable: formatCount(bookable),
            time: duration(expectedSeconds),
          })}
          {orders > bookable && <strong> {t('preflight.leftOut', { count: orders - bookable })}</strong>}
        </p>
      </div>
      <span className="soft small">
        {t('preflight.checkedAt')} <Moment at={report.checkedAt} />
      </span>
    </div>
  );
}

interface FindingsProps {
  readonly findings: readonly PreflightRow[];
  readonly hands: FindingHands;
}

function Findings({ findings, hands }: FindingsProps) {
  return (
    <ul className="plain-list preflight-list">
      {arrangeFindings(findings).map((finding) => (
        <FindingLine key={`${finding.name}-${finding.code}`} finding={finding} hands={hands} />
      ))}
    </ul>
  );
}

const shareTones = { go: 'done', look: 'unsure', stop: 'failed' } as const;

/** One account that the rules chose: may its share go, and what concerns it alone. */
function AccountShare({ account, hands }: { account: PreflightAccount; hands: FindingHands }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { accountName, verdict, orders, bookable, expectedSeconds, findings } = account;
  return (
    <section className="preflight-account" aria-label={accountName}>
      <h3 className="line">
        <StateMark tone={shareTones[verdict]} label={t(`preflight.verdict.${verdict}`)} />
        <span className="grow">{accountName}</span>
        <span className="soft small">
          {t('preflight.verdictNote', {
            count: orders,
            shown: formatCount(orders),
            bookable: formatCount(bookable),
            time: duration(expectedSeconds),
          })}
        </span>
      </h3>
      <Findings
        findings={findings}
        hands={{ ...hands, account: { accountId: account.accountId, name: accountName } }}
      />
    </section>
  );
}

interface PreflightPageProps {
  readonly batch: Batch;
  onBack(): void;
  onBooked(refused: readonly RefusedOrder[]): void;
}

/** Looks at a batch before it goes out. Enter books when all is well; with something to read it takes Ctrl+Enter. */
export function PreflightPage({ batch, onBack, onBooked }: PreflightPageProps) {
  const { t } = useTranslation();
  const { accountId, carrier, printerUri } = batch;
  const [isWithoutChanged, setWithoutChanged] = useState(false);
  const selection = { ...batch.selection, ...(isWithoutChanged ? { exceptChanged: true } : {}) };
  const input = { selection, accountId, carrier, printerUri, mayAsk: true };
  // Asks platform and printer, so it is asked once and again only when somebody wants it.
  const check = useQuery(ask.preflight.check.queryOptions({ input, gcTime: 0 }));
  const book = useBookBatch({ ...batch, selection }, onBooked);
  const report = check.isFetching ? undefined : check.data;
  // With several accounts, what is not the same for all of them stands with each.
  const isOfTheWhole = ({ name }: PreflightRow): boolean =>
    (report?.accounts.length ?? 0) < 2 || !preflightOfAccount.includes(name);
  const canBook = report !== undefined && report.verdict !== 'stop' && report.bookable > 0;
  const start = (): void => {
    if (canBook && !book.isPending) book.mutate();
  };
  const [only, ...others] = report?.accounts ?? [];
  const hands: FindingHands = {
    account:
      only === undefined || others.length > 0 ? null : { accountId: only.accountId, name: only.accountName },
    leaveOutChanged: () => setWithoutChanged(true),
    lookAgain: () => void check.refetch(),
  };
  const bookKey = report?.verdict === 'go' ? 'Enter' : 'Ctrl+Enter';
  const bookKind = batch.printerUri === null ? 'preflight.book' : 'today.step.ready';
  const bookWords = t(report?.verdict === 'look' ? 'preflight.bookAnyway' : bookKind, {
    count: report?.bookable ?? batch.count,
  });
  useAtOnce(batch, canBook && report.verdict === 'go', start);
  // All is well: then Enter does it as well.
  useKeys(canBook && bookKey === 'Enter' ? [{ combo: 'Ctrl+Enter', says: bookWords, run: start }] : []);
  return (
    <section className="panel preflight" aria-label={t('preflight.title')}>
      <header className="line">
        <h2>{t('preflight.title')}</h2>
        <span className="soft grow">
          {t('preflight.with', {
            account: batch.accountName,
            carrier: batch.carrierName,
            printer: batch.printerUri === null ? t('ship.noPrint') : batch.printerName,
          })}
        </span>
        <KeyButton icon="refresh" combo="r" isBusy={check.isFetching} onPress={() => void check.refetch()}>
          {t('preflight.again')}
        </KeyButton>
      </header>
      {check.error !== null && <FailureNotice failure={failureOf(check.error)} />}
      {check.isFetching && (
        <>
          <p className="soft">{t('preflight.checking', { count: batch.count })}</p>
          <ProgressBar share={null} label={t('preflight.title')} />
        </>
      )}
      {report !== undefined && (
        <>
          <Verdict report={report} />
          <div className="preflight-body">
            <Findings findings={report.findings.filter(isOfTheWhole)} hands={hands} />
            {report.accounts.length > 1 &&
              report.accounts.map((account) => (
                <AccountShare key={account.accountId} account={account} hands={hands} />
              ))}
          </div>
        </>
      )}
      <footer className="line preflight-foot">
        <KeyButton combo="Escape" onPress={onBack}>
          {t('common.backToList')}
        </KeyButton>
        <span className="grow" />
        {report?.verdict === 'stop' && <span className="soft">{t('preflight.stopped')}</span>}
        <KeyButton look="primary" size="large" combo={bookKey} isDisabled={!canBook} {...book.press()}>
          {bookWords}
        </KeyButton>
      </footer>
    </section>
  );
}

/** Whoever asked for it by one key reads the findings only where there is something to read. */
function useAtOnce({ isAtOnce = false }: Batch, isWell: boolean, start: () => void): void {
  const isStarted = useRef(false);
  useEffect(() => {
    if (!isAtOnce || !isWell || isStarted.current) return;
    isStarted.current = true;
    start();
  });
}

/** Puts a batch into the booking queue and begins the run that the page follows. */
function useBookBatch(batch: Batch, onBooked: (refused: readonly RefusedOrder[]) => void) {
  const { t } = useTranslation();
  const { begin } = useBookingRun.getState();
  return useAct(
    async () => {
      const startedAt = pageClock.now();
      // What is still going takes this batch along; a run that has ended is another one.
      const { queue } = await queryClient.fetchQuery({ ...questions.status(), staleTime: 0 });
      const wasGoing = queue.waiting + queue.sending > 0;
      const { selection, accountId, carrier, printerUri } = batch;
      const result = await core.ship.book({ selection, accountId, carrier, printerUri });
      return { startedAt, wasGoing, ...result };
    },
    {
      after: ({ startedAt, wasGoing, planned, held, refused }) => {
        if (held > 0) say({ tone: 'unsure', says: t('rules.desk.held', { count: held }) });
        // The strip of the run says how many, and its words are not covered by a message of the same.
        if (planned > 0) begin(startedAt, wasGoing);
        onBooked(refused);
      },
    },
  );
}

type DeskWay = ReturnType<typeof useDeskChoices>['way'];

/** A batch somebody wants to book: which orders, and how; with the names as they are shown. */
export interface Batch extends DeskWay {
  readonly selection: ShipSelection;
  readonly count: number;
  /** Booked without a further key when all is well. */
  readonly isAtOnce?: boolean;
}
