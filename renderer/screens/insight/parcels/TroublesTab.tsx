import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Troubles } from '../../../../shared/contracts/insight/board.ts';
import type { CaseKind } from '../../../../shared/domain/cases/trackingCase.ts';
import { hourMs } from '../../../../shared/rules/shopTime.ts';
import { wordFor } from '../../../../shared/text/words.ts';
import { ask } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { ChartFrame } from '../../../parts/charts/ChartFrame.tsx';
import { Ranked } from '../../../parts/charts/Ranked.tsx';
import { percentText } from '../../../parts/charts/scale.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { formatCount, useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { PlainTable } from '../../../parts/table/PlainTable.tsx';
import { useLanguage } from '../../../words/useLanguage.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { longTime } from './parcelCharts.ts';

const oldestShown = 20;
/** From here on the platform's own terms speak of a bad line. */
const alarmShare = 0.01;

/** What is wrong with parcels, by kind, and those that have been for the longest. */
export function TroublesTab() {
  const { t } = useTranslation();
  const answer = useQuery(ask.board.troubles.queryOptions({ placeholderData: keepPreviousData }));
  return (
    <div className="insight-board">
      <AnswerState answer={answer} />
      {answer.data?.kinds.length === 0 && (
        <EmptyState icon="check" title={t('insight.troubles.none')}>
          <p>{t('insight.troubles.noneNote')}</p>
        </EmptyState>
      )}
      {answer.data !== undefined && answer.data.kinds.length > 0 && (
        <>
          <Kinds troubles={answer.data} />
          <Oldest now={answer.data.now} />
        </>
      )}
    </div>
  );
}

function useKindWord(): (kind: CaseKind) => string {
  const language = useLanguage();
  return (kind) => wordFor(language, 'caseKind', kind);
}

function useLongTime(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    const { unit, count } = longTime(ms);
    return t(`insight.transit.${unit}`, { count });
  };
}

function Kinds({ troubles: { now, kinds, parcels } }: { readonly troubles: Troubles }) {
  const { t } = useTranslation();
  const lasts = useLongTime();
  const kindWord = useKindWord();
  const when = useWhen(now);
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const rows = kinds.map(({ kind, count, medianAgeHours }) => {
    const share = parcels === 0 ? t('chart.unknown') : percentText(count / parcels);
    const age = lasts(medianAgeHours * hourMs);
    return {
      kind,
      count,
      cells: [kindWord(kind), formatCount(count), share, age],
      note: t('insight.troubles.note', { share, age }),
      open: () => go('track', { filter: 'cases', caseKind: kind }),
    };
  });
  return (
    <ChartFrame
      title={t('insight.troubles.title', {
        count: total,
        shown: formatCount(total),
        percent: parcels === 0 ? t('chart.unknown') : percentText(total / parcels),
      })}
      note={[
        t('insight.troubles.counted'),
        t('insight.troubles.of', { count: parcels, shown: formatCount(parcels) }),
        t('chart.asOf', { when: when(now) }),
      ].join(' · ')}
      table={{
        head: [
          t('insight.troubles.kind'),
          t('insight.troubles.count'),
          t('insight.troubles.share'),
          t('insight.troubles.age'),
        ],
        rows: rows.map(({ kind, cells, open }) => ({ key: kind, cells, open })),
      }}
    >
      <Ranked
        series={4}
        line={parcels * alarmShare}
        rows={rows.map(({ kind, count, cells: [name = '', figure = ''], note, open }) => ({
          key: kind,
          name,
          words: `${name} · ${figure} · ${note}`,
          value: count,
          figure,
          note,
          open,
        }))}
      />
      <p className="soft small">{t('insight.troubles.legend')}</p>
    </ChartFrame>
  );
}

/** The worst of them, each leading to its parcel. */
function Oldest({ now }: { readonly now: number }) {
  const { t } = useTranslation();
  const lasts = useLongTime();
  const kindWord = useKindWord();
  const carrierName = useCarrierNames();
  const cases = useQuery(
    ask.cases.window.queryOptions({
      input: { offset: 0, limit: oldestShown },
      placeholderData: keepPreviousData,
    }),
  ).data;
  if (cases === undefined) return null;
  return (
    <section className="panel chart" aria-label={t('insight.troubles.worst')}>
      <h2>{t('insight.troubles.worst')}</h2>
      <PlainTable
        rows={cases.rows}
        keyOf={({ id }) => id}
        columns={[
          [t('insight.troubles.kind'), ({ kind }) => kindWord(kind), 'head'],
          [
            t('col.waybillNo'),
            ({ waybillNo }) => (
              <button
                type="button"
                className="chart-link number"
                onClick={() => go('track', { waybillNo, search: waybillNo })}
              >
                {waybillNo}
              </button>
            ),
          ],
          [t('col.carrier'), ({ carrier }) => carrierName(carrier)],
          [t('insight.troubles.since'), ({ sinceAt }) => lasts(now - sinceAt), 'count'],
        ]}
      />
    </section>
  );
}
