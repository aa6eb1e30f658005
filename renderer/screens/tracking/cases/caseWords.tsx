import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../../../../shared/contracts/tracking/cases.ts';
import { caseKindFacts } from '../../../../shared/domain/cases/trackingCase.ts';
import { dayMs, hourMs, minuteMs } from '../../../../shared/rules/shopTime.ts';
import { useNow } from '../../../bridge/page.ts';
import { formatMoney, formatWeight, useDuration, useWhen } from '../../../parts/format.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { Dash } from '../../../parts/table/TableRow.tsx';

/** A span in whole minutes, hours or days, the largest alone: nobody acts on the rest. */
function useSpan(): (ms: number) => string {
  const { t } = useTranslation();
  const duration = useDuration();
  return useCallback(
    (ms) => {
      if (ms >= 2 * dayMs) return t('track.silence.days', { count: Math.floor(ms / dayMs) });
      if (ms >= hourMs) return t('track.silence.hours', { count: Math.floor(ms / hourMs) });
      return duration((Math.max(1, Math.floor(ms / minuteMs)) * minuteMs) / 1_000);
    },
    [t, duration],
  );
}

const levelTones = { urgent: 'failed', today: 'note', watch: 'rest' } as const;

/** What is wrong: red where it takes somebody within hours, quiet where it only wants an eye. */
export function CaseKindMark({ kind, level }: Pick<CaseRow, 'kind' | 'level'>) {
  const { t } = useTranslation();
  const label = t(`caseKind.${kind}`);
  const title = t(`caseLevel.${level}`);
  return (
    <span className={`case-kind case-${level}`}>
      <StateMark tone={levelTones[level]} label={label} title={title} />
    </span>
  );
}

/** How long is left to deal with it, or by how much that is over. */
export function CaseDue({ row: { dueAt, state } }: { readonly row: Pick<CaseRow, 'dueAt' | 'state'> }) {
  const { t } = useTranslation();
  const now = useNow();
  const span = useSpan();
  if (dueAt === null || state === 'solved') return <Dash />;
  return dueAt < now ? (
    <span className="silence-stuck number">{t('caseWork.overdueBy', { time: span(now - dueAt) })}</span>
  ) : (
    <span className="soft number">{t('caseWork.dueIn', { time: span(dueAt - now) })}</span>
  );
}

/** Why it is a case, in one line: since when, and which limit that has passed. */
export function useWhy(): (row: CaseRow) => string {
  const { t } = useTranslation();
  const now = useNow();
  const when = useWhen(now);
  const span = useSpan();
  return ({ kind, basis, sinceAt, closedAt }) => {
    const { unit } = caseKindFacts[kind].limit ?? { unit: null };
    if (unit === 'grams' || unit === 'fen') {
      const shown = (amount: number | null): string =>
        amount === null ? '–' : unit === 'grams' ? formatWeight(amount) : formatMoney(amount);
      return t(`caseWork.why.${unit}`, {
        expected: shown(basis.expected),
        observed: shown(basis.observed),
      });
    }
    const { limit, laneParcels, promisedAt, told } = basis;
    const since = t('caseWork.why.since', {
      since: when(sinceAt),
      time: span((closedAt ?? now) - sinceAt),
    });
    const reasons = [
      promisedAt === null ? since : t('caseWork.why.promised', { at: when(promisedAt) }),
      limit !== null &&
        limit > 0 &&
        (laneParcels === null
          ? t('caseWork.why.limit', { limit, from: t(`limitFrom.${basis.limitFrom}`) })
          : t('caseWork.why.lane', { limit, count: laneParcels })),
      told !== '' &&
        (kind === 'not-checked'
          ? t('caseWork.why.unasked', { kind: t(`caseKind.${told}`, { defaultValue: told }) })
          : t('caseWork.why.told', { told: t(`exception.${told}`, { defaultValue: told }) })),
    ];
    return reasons.filter((reason) => reason !== false).join(' · ');
  };
}
