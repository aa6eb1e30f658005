import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CallFigures, callSpans } from '../../../../shared/contracts/insight/calls.ts';
import { ask } from '../../../bridge/core.ts';
import { usePlatformName } from '../../../bridge/knownNames.ts';
import { ChartFrame } from '../../../parts/charts/ChartFrame.tsx';
import { Ranges } from '../../../parts/charts/Ranges.tsx';
import { Ranked } from '../../../parts/charts/Ranked.tsx';
import { fewestForShares, percentText } from '../../../parts/charts/scale.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useChoice } from '../../../parts/form/choices.tsx';
import { formatCount, useCallTime, useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { useDescribe } from '../../../words/describe.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { availabilityAim, callsTab, callTicks, type LineFigures, placeOfMs } from './callCharts.ts';
import { FlowStrip } from './FlowStrip.tsx';

const renewedEveryMs = 15_000;
const codesShown = 12;

const toLog = (shown: string, accountId: string, search = '') =>
  go('settings', { section: 'calls', tab: callsTab(shown, accountId, search) });

/** How the platforms answer: success, duration and codes of each interface, beside how far the work is behind. */
export function CallsTab() {
  const { t } = useTranslation();
  const [span, spanField] = useChoice(
    t('insight.calls.span'),
    callSpans,
    (value) => t(`insight.calls.spans.${value}`),
    { initial: '24h', isLabelHidden: true },
  );
  const answer = useQuery(
    ask.insightCalls.figures.queryOptions({
      input: { span, by: 'line' },
      refetchInterval: renewedEveryMs,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div className="insight-board">
      <FlowStrip span={span} />
      <div className="line">{spanField}</div>
      <AnswerState answer={answer} />
      {answer.data?.total.calls === 0 && (
        <EmptyState icon="network" title={t('insight.calls.none')}>
          <p>{t('insight.calls.noneNote')}</p>
        </EmptyState>
      )}
      {answer.data !== undefined && answer.data.total.calls > 0 && (
        <>
          <Lines figures={answer.data} />
          <Codes figures={answer.data} />
        </>
      )}
    </div>
  );
}

/** How many calls it is of, as of when, and since when they are counted. */
function useCallsNote({ total, to, knownSince }: CallFigures): string {
  const { t } = useTranslation();
  const when = useWhen(to);
  return [
    t('insight.calls.calls', { count: total.calls, shown: formatCount(total.calls) }),
    knownSince === null ? '' : t('insight.calls.since', { when: when(knownSince) }),
    t('chart.asOf', { when: when(to) }),
    total.calls > 0 && total.calls < fewestForShares ? t('chart.few') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function useLineName(): (row: LineFigures) => string {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  return ({ platform, accountName, interfaceName }) =>
    `${accountName === '' ? platformName(platform) : accountName} · ${t(`interface.${interfaceName}`, interfaceName)}`;
}

/** Each interface of each account: half of its calls, 95% and 99% of them, and how many succeed. */
function Lines({ figures }: { readonly figures: CallFigures }) {
  const { t } = useTranslation();
  const callTime = useCallTime();
  const nameOf = useLineName();
  const note = useCallsNote(figures);
  const { total } = figures;
  const time = (ms: number | null) => (ms === null ? t('chart.unknown') : callTime(ms));
  const share = (value: number | null) => (value === null ? t('chart.unknown') : percentText(value));
  const rows = figures.rows.map((row) => {
    const { accountId, interfaceName, calls, faults, refusals, errorShare, availability } = row;
    const success = errorShare === null ? null : 1 - errorShare;
    const cells = [
      nameOf(row),
      formatCount(calls),
      share(success),
      time(row.p50Ms),
      time(row.p95Ms),
      time(row.p99Ms),
      formatCount(faults),
      formatCount(refusals),
      share(availability),
    ];
    return { row, success, cells, open: () => toLog(interfaceName, accountId) };
  });
  const head = [
    t('insight.calls.line'),
    t('insight.calls.count'),
    t('insight.calls.success'),
    t('insight.calls.p50'),
    '95% ≤',
    '99% ≤',
    t('insight.calls.faults'),
    t('insight.calls.refusals'),
    t('insight.calls.availability'),
  ];
  return (
    <ChartFrame
      title={
        total.errorShare === null
          ? t('insight.calls.none')
          : t('insight.calls.title', { percent: percentText(1 - total.errorShare), time: time(total.p95Ms) })
      }
      note={note}
      table={{ head, rows: rows.map(({ cells, open }) => ({ key: cells[0] ?? '', cells, open })) }}
    >
      <Ranges
        place={placeOfMs}
        ticks={callTicks.map((value) => ({ value, label: callTime(value) }))}
        ranges={rows.map(({ row, success, cells, open }) => ({
          key: cells[0] ?? '',
          name: cells[0] ?? '',
          words: cells.map((cell, index) => (index === 0 ? cell : `${head[index]} ${cell}`)).join(' · '),
          range:
            row.p50Ms === null || row.p95Ms === null || row.p99Ms === null
              ? null
              : ([row.p50Ms, row.p95Ms, row.p99Ms] as const),
          figure: `${share(success)} · ${time(row.p95Ms)}${row.calls < fewestForShares ? ` · ${t('chart.few')}` : ''}`,
          isFew: row.calls < fewestForShares,
          isBad:
            row.availability !== null && row.availability < availabilityAim && row.calls >= fewestForShares,
          open,
        }))}
      />
      <p className="soft small">{t('insight.calls.legend')}</p>
    </ChartFrame>
  );
}

/** What calls ended with, the most frequent first. */
function Codes({ figures }: { readonly figures: CallFigures }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { codes, calls } = figures.total;
  const rows = codes.slice(0, codesShown).map(({ code, count, isFault }) => {
    const kind = t(isFault ? 'insight.calls.fault' : 'insight.calls.refusal');
    return {
      code,
      count,
      cells: [
        `${describe(code).says.replace(/[。.]$/, '')} · ${code}`,
        formatCount(count),
        percentText(count / calls),
        kind,
      ],
      kind,
      open: () => toLog('all', '', code),
    };
  });
  return (
    <ChartFrame
      title={codes.length === 0 ? t('insight.calls.noCodes') : t('insight.calls.codes')}
      note={useCallsNote(figures)}
      table={{
        head: [
          t('insight.calls.code'),
          t('insight.calls.count'),
          t('insight.calls.share'),
          t('insight.calls.kind'),
        ],
        rows: rows.map(({ code, cells, open }) => ({ key: code, cells, open })),
      }}
    >
      <Ranked
        series={4}
        rows={rows.map(({ code, count, cells: [name = '', figure = '', share = ''], kind, open }) => ({
          key: code,
          name,
          words: `${name} · ${figure} · ${share} · ${kind}`,
          value: count,
          figure,
          note: `${share} · ${kind}`,
          open,
        }))}
      />
    </ChartFrame>
  );
}
