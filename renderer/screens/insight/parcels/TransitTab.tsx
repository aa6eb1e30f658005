import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Transit } from '../../../../shared/contracts/insight/board.ts';
import type { PassedParcels } from '../../../../shared/domain/trackingGroup.ts';
import { ask } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChartFrame } from '../../../parts/charts/ChartFrame.tsx';
import { Heat } from '../../../parts/charts/Heat.tsx';
import { Ranges } from '../../../parts/charts/Ranges.tsx';
import { fewestForShares, percentText } from '../../../parts/charts/scale.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useChoice } from '../../../parts/form/choices.tsx';
import { formatCount } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { daysOf, dayTicks } from './parcelCharts.ts';

const provincesShown = 16;

/** How long parcels were on the way, by carrier and province. */
export function TransitTab() {
  const { t } = useTranslation();
  const answer = useQuery(ask.board.transit.queryOptions({ placeholderData: keepPreviousData }));
  const transit = answer.data;
  return (
    <div className="insight-board">
      <AnswerState answer={answer} />
      {transit?.carriers.length === 0 && (
        <EmptyState icon="clock" title={t('insight.transit.none')}>
          <p>{t('insight.transit.noneNote')}</p>
          <Button onPress={() => go('ship')}>{t('common.toShip')}</Button>
        </EmptyState>
      )}
      {transit !== undefined && transit.carriers.length > 0 && (
        <>
          <CarrierRanges transit={transit} />
          <LaneHeat transit={transit} />
        </>
      )}
    </div>
  );
}

/** The parcels a mark is made of. */
const toParcels = ({ from, to }: Transit, of: Partial<PassedParcels>) =>
  go('track', { passed: { step: 'timed', from, to, ...of } });

type Figures = Transit['carriers'][number];

function useTransitWords() {
  const { t } = useTranslation();
  const days = (hours: number | null) =>
    hours === null ? t('chart.unknown') : t('insight.transit.days', { days: daysOf(hours) });
  const onTime = ({ promised, kept }: Pick<Figures, 'promised' | 'kept'>) =>
    promised === 0 ? t('chart.unknown') : percentText(kept / promised);
  const few = (count: number) => (count < fewestForShares ? ` · ${t('chart.few')}` : '');
  const words = (name: string, figures: Omit<Figures, 'carrier'>) => {
    const { count, p10Hours, p50Hours, p90Hours } = figures;
    return [
      name,
      t('insight.transit.count', { count, shown: formatCount(count) }),
      `P10 ${days(p10Hours)}`,
      `${t('insight.transit.median')} ${days(p50Hours)}`,
      `P90 ${days(p90Hours)}${few(count)}`,
      `${t('insight.transit.onTime')} ${onTime(figures)}`,
    ].join(' · ');
  };
  return { days, few, onTime, words };
}

function CarrierRanges({ transit }: { readonly transit: Transit }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { days, few, onTime, words } = useTransitWords();
  const ticks = dayTicks(Math.max(...transit.carriers.map(({ p90Hours }) => p90Hours ?? 0)));
  const most = (ticks.at(-1) ?? 1) * 24;
  const total = transit.carriers.reduce((sum, { count }) => sum + count, 0);
  const [fastest, ...slower] = transit.carriers
    .filter(({ count }) => count >= fewestForShares)
    .sort((one, other) => (one.p50Hours ?? 0) - (other.p50Hours ?? 0));
  // One with a small sample may be before it: then nobody is called the fastest.
  const isFastest =
    slower.length > 0 &&
    transit.carriers.every(({ p50Hours }) => p50Hours === null || p50Hours >= (fastest?.p50Hours ?? 0));
  return (
    <ChartFrame
      title={
        fastest === undefined
          ? t('insight.transit.title')
          : t(isFastest ? 'insight.transit.fastest' : 'insight.transit.half', {
              carrier: carrierName(fastest.carrier),
              days: days(fastest.p50Hours),
            })
      }
      note={t('insight.transit.note', { count: total, shown: formatCount(total) })}
      table={{
        head: [
          t('col.carrier'),
          t('insight.transit.signed'),
          'P10',
          t('insight.transit.median'),
          'P90',
          t('insight.transit.onTime'),
        ],
        rows: transit.carriers.map((one) => ({
          key: one.carrier,
          cells: [
            carrierName(one.carrier),
            formatCount(one.count),
            days(one.p10Hours),
            days(one.p50Hours),
            days(one.p90Hours),
            onTime(one),
          ],
          open: () => toParcels(transit, { carrier: one.carrier }),
        })),
      }}
    >
      <Ranges
        place={(hours) => hours / most}
        ticks={ticks.map((day) => ({
          value: day * 24,
          label: day === 0 ? '0' : t('insight.transit.wholeDays', { count: day }),
        }))}
        ranges={transit.carriers.map((one) => ({
          key: one.carrier,
          name: carrierName(one.carrier),
          words: words(carrierName(one.carrier), one),
          range:
            one.p10Hours === null || one.p50Hours === null || one.p90Hours === null
              ? null
              : ([one.p10Hours, one.p50Hours, one.p90Hours] as const),
          figure: `${t('insight.transit.onTimeShort', { percent: onTime(one) })}${few(one.count)}`,
          isFew: one.count < fewestForShares,
          open: () => toParcels(transit, { carrier: one.carrier }),
        }))}
      />
      <p className="soft small">{t('insight.transit.legend')}</p>
    </ChartFrame>
  );
}

type Lane = Transit['lanes'][number] | undefined;

const medianOf = (lane: Lane) => ({
  value: lane?.p50Hours ?? null,
  figure: daysOf(lane?.p50Hours ?? 0),
  isFew: (lane?.count ?? 0) < fewestForShares,
});

/** Of what was promised; without a promise nothing is late, nor in time. */
const lateOf = (lane: Lane) => ({
  value: lane === undefined || lane.promised === 0 ? null : 1 - lane.kept / lane.promised,
  figure:
    lane === undefined || lane.promised === 0 ? '' : `${Math.floor((100 * lane.kept) / lane.promised)}%`,
  isFew: (lane?.promised ?? 0) < fewestForShares,
});

function LaneHeat({ transit }: { readonly transit: Transit }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const { days, onTime, words } = useTransitWords();
  const [shown, shownField] = useChoice(
    t('insight.transit.shown'),
    ['median', 'late'],
    (value) => t(`insight.transit.heat.${value}`),
    { isLabelHidden: true },
  );
  const carriers = transit.carriers.map(({ carrier }) => carrier);
  const provinces = [...new Set(transit.lanes.map(({ province }) => province))].slice(0, provincesShown);
  const rows = carriers.map((carrier) => ({
    key: carrier,
    name: carrierName(carrier),
    cells: provinces.map((province) => {
      const lane = transit.lanes.find((one) => one.carrier === carrier && one.province === province);
      const name = `${carrierName(carrier)} → ${province}`;
      return {
        key: province,
        words: lane === undefined ? `${name} · ${t('chart.unknown')}` : words(name, lane),
        ...(shown === 'median' ? medianOf(lane) : lateOf(lane)),
        text:
          lane === undefined ? t('chart.unknown') : shown === 'median' ? days(lane.p50Hours) : onTime(lane),
        open: () => toParcels(transit, { step: shown === 'median' ? 'timed' : 'late', carrier, province }),
      };
    }),
  }));
  return (
    <ChartFrame
      title={t(`insight.transit.lanes.${shown}`)}
      actions={shownField}
      note={t(`insight.transit.lanesNote.${shown}`)}
      columns={provinces.length}
      table={{
        head: [t('col.carrier'), ...provinces],
        rows: rows.map(({ key, name, cells }) => ({
          key,
          cells: [
            name,
            ...cells.map(({ text, value, isFew }) =>
              isFew && value !== null ? `${text} (${t('chart.few')})` : text,
            ),
          ],
        })),
      }}
    >
      <Heat head={provinces} rows={rows} />
    </ChartFrame>
  );
}
