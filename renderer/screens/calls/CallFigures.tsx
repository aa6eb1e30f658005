import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallSpan } from '../../../shared/contracts/insight/calls.ts';
import { ask } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { Figure } from '../../parts/charts/Figure.tsx';
import { fewestForShares, percentText } from '../../parts/charts/scale.ts';
import { atStart, formatCount, useCallTime, useWhen } from '../../parts/format.ts';
import { AnswerState } from '../../work/AnswerState.tsx';
import { useCallSays } from './useCallColumns.tsx';

const renewedEveryMs = 15_000;

interface CallFiguresProps {
  readonly span: CallSpan;
  readonly accountId: string | undefined;
  /** Narrows the log to what failed. */
  onFailed(): void;
}

/** How many calls there were, how many came to what they should, how long they took, and the last of them. */
export function CallFigures({ span, accountId, onFailed }: CallFiguresProps) {
  const { t } = useTranslation();
  const callTime = useCallTime();
  const of = accountId === undefined ? {} : { accountId };
  const answer = useQuery(
    ask.insightCalls.figures.queryOptions({
      input: { span, by: 'line', ...of },
      refetchInterval: renewedEveryMs,
      placeholderData: keepPreviousData,
    }),
  );
  const when = useWhen(useNow());
  if (answer.error !== null) return <AnswerState answer={answer} />;
  if (answer.data === undefined) return <div className="panel day-strip call-figures" />;
  const { total, knownSince } = answer.data;
  const { calls, faults, refusals, errorShare, p50Ms, p95Ms, p99Ms } = total;
  const within = (share: string, ms: number | null) => (ms === null ? '' : `${share} ≤ ${callTime(ms)}`);
  const few = calls > 0 && calls < fewestForShares ? t('chart.few') : '';
  const since = knownSince === null ? '' : t('insight.calls.since', { when: when(knownSince) });
  const notes = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');
  return (
    <section className="panel day-strip call-figures" aria-label={t('calls.figures')}>
      <Figure
        label={t('insight.calls.count')}
        value={formatCount(calls)}
        note={notes(
          t('calls.faultsAndRefusals', { faults: formatCount(faults), refusals: formatCount(refusals) }),
          since,
        )}
        isFirst
        open={faults + refusals === 0 ? undefined : onFailed}
      />
      <Figure
        label={t('insight.calls.success')}
        value={errorShare === null ? null : percentText(1 - errorShare)}
        note={notes(t('calls.withoutFault'), few)}
        tone={faults > 0 && few === '' ? 'failed' : undefined}
        isFirst={false}
      />
      <Figure
        label={t('insight.calls.p50')}
        value={p50Ms === null ? null : callTime(p50Ms)}
        note={notes(within('95%', p95Ms), within('99%', p99Ms), few)}
        isFirst={false}
      />
      <LastCall accountId={accountId} />
    </section>
  );
}

/** When a platform was last spoken to, and what came of it. */
function LastCall({ accountId }: { readonly accountId: string | undefined }) {
  const { t } = useTranslation();
  const says = useCallSays();
  const when = useWhen(useNow());
  const asked = { limit: 1, ...(accountId === undefined ? {} : { accountId }) };
  const last = useQuery(ask.calls.runs.queryOptions({ input: asked })).data?.runs[0];
  const trouble = last === undefined ? '' : says(last);
  return (
    <Figure
      label={t('calls.last')}
      value={last === undefined ? null : atStart(when(last.at))}
      note={
        last === undefined
          ? t('calls.empty')
          : [
              t(`interface.${last.interfaceName}`, last.interfaceName),
              trouble === '' ? t(`certainty.${last.certainty}`) : trouble,
            ].join(' · ')
      }
      isFirst={false}
    />
  );
}
