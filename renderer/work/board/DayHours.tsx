import { useTranslation } from 'react-i18next';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import './board.css';
import type { DayBoard } from '../../../shared/contracts/insight/board.ts';
import { type Bar, Bars } from '../../parts/charts/Bars.tsx';
import { ChartFrame } from '../../parts/charts/ChartFrame.tsx';
import { dateFormat, formatCount, useWhen } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import { isFewDays, shownHours } from './dayCharts.ts';

/** Of what was booked before the cut-off the couriers took so much on the same day; without a cut-off: what the bars are. */
function useTitle({ taken, cutOffHour, now }: DayBoard): string {
  const { t, i18n } = useTranslation();
  if (taken === null || cutOffHour === null) return t('insight.hours.title');
  const day = dateFormat(i18n.language, { month: 'short', day: 'numeric' }).format(taken.dayAt);
  const isYesterday = now - taken.dayAt < 48 * hourMs;
  return t(isYesterday ? 'insight.hours.takenYesterday' : 'insight.hours.taken', {
    day,
    hour: cutOffHour,
    percent: Math.floor((100 * taken.taken) / taken.total),
    count: taken.total,
  });
}

/** Numbers got in each hour of the day, with what is usual as an outline and the couriers' cut-off as a line. */
export function DayHours({ day }: { readonly day: DayBoard }) {
  const { t } = useTranslation();
  const when = useWhen(day.now);
  const title = useTitle(day);
  const { first, hours } = shownHours(day);
  const known = (count: number | null) => (count === null ? '' : formatCount(count));
  const shown = hours.map(({ hourAt, booked, usual }, index) => {
    const clock = `${String(first + index).padStart(2, '0')}:00`;
    return {
      clock,
      cells: [clock, known(booked), usual === null ? t('chart.unknown') : formatCount(usual)],
      bar: {
        key: clock,
        label: String(first + index),
        words: [
          clock,
          booked === null ? t('insight.hours.toCome') : t('insight.hours.booked', { count: booked }),
          usual === null ? t('insight.hours.noUsual') : t('insight.hours.usual', { count: usual }),
        ].join(' · '),
        parts: booked === null ? null : [{ series: 1, value: booked }],
        isToCome: booked === null,
        ghost: usual,
        open: () => go('ship', { booked: { from: hourAt, to: hourAt + hourMs } }),
      } satisfies Bar,
    };
  });
  const notes = [
    t('chart.asOf', { when: when(day.now) }),
    day.usualDays === 0 ? t('insight.hours.noUsual') : t('insight.hours.usualOf', { count: day.usualDays }),
    isFewDays(day.usualDays) ? t('chart.few') : '',
  ];
  return (
    <ChartFrame
      title={title}
      note={notes.filter(Boolean).join(' · ')}
      table={{
        head: [t('insight.hours.hour'), t('insight.day.booked'), t('insight.hours.usualHead')],
        rows: shown.map(({ clock, cells, bar }) => ({
          key: clock,
          cells,
          open: bar.isToCome ? undefined : bar.open,
        })),
      }}
    >
      <Bars
        empty={t(day.usualDays === 0 ? 'insight.hours.firstDay' : 'insight.hours.noneYet')}
        bars={shown.map(({ bar }) => bar)}
        line={
          day.cutOffHour === null
            ? null
            : {
                after: day.cutOffHour - first,
                words: t('insight.hours.cutOff', { hour: day.cutOffHour }),
              }
        }
      />
    </ChartFrame>
  );
}
