import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { Moment } from '../../../work/Moment.tsx';
import './preflight.css';
import { preflightOfAccount } from '../../../../shared/domain/booking.ts';
import { gapBetween } from '../../../../shared/text/hanSpacing.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { formatCount, useDuration } from '../../../parts/format.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { letters } from '../../../parts/letters.ts';
import { ProgressBar, StateMark } from '../../../parts/StateMark.tsx';
import { usePracticeTag } from '../../../work/usePracticeTag.ts';
import type { RefusedOrder } from '../RefusedList.tsx';
import { arrangeFindings, type FindingHands, FindingLine } from './FindingLine.tsx';
import { type Batch, type Finding, type Preflight, type PreflightReport, useBookBatch } from './preflight.ts';

const icons = { go: 'check', look: 'alert', stop: 'alert' } as const;

/** Go or no-go, in one glance. */
function Verdict({ report }: { readonly report: PreflightReport }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { verdict, orders, bookable, expectedSeconds } = report;
  const note = t('preflight.verdictNote', {
    count: orders,
    shown: formatCount(orders),
    bookable: formatCount(bookable),
    time: duration(expectedSeconds),
  });
  const leftOut = orders > bookable ? t('preflight.leftOut', { count: orders - bookable }) : '';
  return (
    <div className={`verdict verdict-${verdict}`} role="status">
      <Icon name={icons[verdict]} size={28} />
      <div className="grow">
        <p className="verdict-words">{t(`preflight.verdict.${verdict}`)}</p>
        <p>
          {note}
          {gapBetween(note, leftOut)}
          {leftOut !== '' && <strong>{leftOut}</strong>}
        </p>
      </div>
      <span className="soft small">
        <Moment after={t('preflight.checkedAt')} at={report.checkedAt} />
      </span>
    </div>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly hands: FindingHands;
}

function FindingLines({ findings, hands }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="plain-list preflight-list">
      {findings.map((finding) => (
        <FindingLine key={`${finding.name}-${finding.code}`} finding={finding} hands={hands} />
      ))}
    </ul>
  );
}

/** What is to be read stands open; what is fine is counted, and shown to who wants to see it. */
function Findings({ findings, hands }: FindingsProps) {
  const { t } = useTranslation();
  const fine = findings.filter(({ state }) => state === 'ok');
  return (
    <>
      <FindingLines
        findings={arrangeFindings(findings).filter(({ state }) => state !== 'ok')}
        hands={hands}
      />
      {fine.length > 0 && (
        <details className="preflight-fine">
          <summary>{t('preflight.allFine', { count: fine.length })}</summary>
          <FindingLines findings={fine} hands={hands} />
        </details>
      )}
    </>
  );
}

const shareTones = { go: 'done', look: 'note', stop: 'failed' } as const;

/** One account that the rules chose: may its share go, and what concerns it alone. */
function AccountShare({
  account,
  hands,
}: {
  account: PreflightReport['accounts'][number];
  hands: FindingHands;
}) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { accountName, verdict, orders, bookable, expectedSeconds, findings } = account;
  return (
    <section className="preflight-account" aria-label={accountName}>
      <h3 className="line">
        <span>{accountName}</span>
        <StateMark tone={shareTones[verdict]} label={t(`preflight.verdict.${verdict}`)} />
        <span className="grow" />
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
  readonly check: Preflight;
  onBack(): void;
  onBooked(refused: readonly RefusedOrder[]): void;
}

/** Looks at a batch before it goes out. Enter books when all is well; with something to read it takes Ctrl+Enter. */
export function PreflightPage({ batch, check, onBack, onBooked }: PreflightPageProps) {
  const { t } = useTranslation();
  const { report } = check;
  const tag = usePracticeTag(batch.accountId);
  const book = useBookBatch({ ...batch, selection: check.selection }, onBooked);
  // With several accounts, what is not the same for all of them is with each.
  const isOfTheWhole = ({ name }: Finding): boolean =>
    (report?.accounts.length ?? 0) < 2 || !preflightOfAccount.includes(name);
  const canBook = report !== undefined && report.verdict !== 'stop' && report.bookable > 0;
  const start = (): void => {
    if (canBook && !book.isPending) book.mutate();
  };
  const [only, ...others] = report?.accounts ?? [];
  const hands: FindingHands = {
    account:
      only === undefined || others.length > 0 ? null : { accountId: only.accountId, name: only.accountName },
    leaveOutChanged: check.leaveOutChanged,
    lookAgain: check.again,
  };
  const bookKey = report?.verdict === 'go' ? 'Enter' : 'Ctrl+Enter';
  const bookKind = batch.printerUri === null ? 'preflight.book' : 'today.step.ready';
  const bookWords = t(report?.verdict === 'look' ? 'preflight.bookAnyway' : bookKind, {
    count: report?.bookable ?? batch.count,
  });
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
        <KeyButton icon="refresh" combo={letters.refresh} isBusy={check.isChecking} onPress={check.again}>
          {t('preflight.again')}
        </KeyButton>
        <KeyButton combo="Escape" onPress={onBack}>
          {t('common.backToList')}
        </KeyButton>
      </header>
      {check.error !== null && <FailureNotice failure={failureOf(check.error)} />}
      {check.isChecking && (
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
        <span className="grow" />
        {report?.verdict === 'stop' && <span className="soft">{t('preflight.stopped')}</span>}
        <KeyButton
          look="primary"
          size="large"
          combo={bookKey}
          tag={tag}
          isDisabled={!canBook}
          {...book.press()}
        >
          {bookWords}
        </KeyButton>
      </footer>
    </section>
  );
}
