import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../../../../shared/contracts/tracking/cases.ts';
import { inShopTime } from '../../../../shared/rules/shopTime.ts';
import { ask } from '../../../bridge/core.ts';
import { useNow } from '../../../bridge/page.ts';
import { Facts } from '../../../parts/DetailPane.tsx';
import { useWhen } from '../../../parts/format.ts';
import { Moment } from '../../../work/Moment.tsx';
import { CaseActs, ReopenButton } from './CaseActs.tsx';
import { CaseDue, CaseKindMark, useWhy } from './caseWords.tsx';
import './cases.css';

/** What was done about it, the newest first. */
function CaseSteps({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const steps = useQuery(ask.cases.detail.queryOptions({ input: { caseId } })).data?.steps ?? [];
  if (steps.length < 2) return null;
  return (
    <details>
      <summary className="soft small">{t('caseWork.history')}</summary>
      <ol className="plain-list case-steps small">
        {[...steps].reverse().map(({ at, kind, operator, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={`${at}-${index}`}>
            <span className="soft">
              <Moment at={at} />
            </span>
            <span>
              {t(`caseStep.${kind}`)}
              {note !== '' && <>：{kind === 'waiting' ? t(`caseWait.${note}`, note) : inShopTime(note)}</>}
              {operator !== '' && <span className="soft"> · {operator}</span>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface CaseCardProps {
  readonly row: CaseRow;
  readonly hasKeys: boolean;
}

/** One thing that is wrong with a parcel: why, whose it is, until when, and what can be done. */
function CaseCard({ row, hasKeys }: CaseCardProps) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const why = useWhy();
  const { id, state, ownerName, waitingOn, snoozeUntil, outcome, closedAt } = row;
  const isSolved = state === 'solved';
  return (
    <section
      className={isSolved ? 'case-card case-solved' : 'case-card'}
      aria-label={t(`caseKind.${row.kind}`)}
    >
      <div className="line">
        <CaseKindMark {...row} />
        {isSolved && (
          <span className="soft small">
            {t('caseWork.closedAs', {
              outcome: t(`caseOutcome.${outcome ?? 'other'}`),
              at: closedAt === null ? '' : when(closedAt),
            })}
          </span>
        )}
      </div>
      <p className="small">{why(row)}</p>
      {!isSolved && <p className="soft small">{t(`caseNext.${row.kind}`)}</p>}
      {!isSolved && (
        <Facts
          isSmall
          facts={[
            [t('caseWork.owner'), ownerName === '' ? t('caseWork.nobody') : ownerName],
            [t('caseWork.due'), <CaseDue key="due" row={row} />],
            [
              t('caseWork.state'),
              state === 'waiting' && waitingOn !== null
                ? t('caseWork.waitsOn', { who: t(`caseWait.${waitingOn}`) })
                : state === 'snoozed' && snoozeUntil !== null
                  ? t('caseWork.snoozedUntil', { at: when(snoozeUntil) })
                  : '',
            ],
          ]}
        />
      )}
      {isSolved ? <ReopenButton caseId={id} /> : <CaseActs caseIds={[id]} hasKeys={hasKeys} />}
      <CaseSteps caseId={id} />
    </section>
  );
}

/** Everything that is or was wrong with a parcel; the first that is open has the keys. */
export function ParcelCases({ cases }: { readonly cases: readonly CaseRow[] }) {
  return cases.map((row, index) => <CaseCard key={row.id} row={row} hasKeys={index === 0} />);
}
