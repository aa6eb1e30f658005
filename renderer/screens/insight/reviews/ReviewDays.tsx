import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../shared/domain/insight/review.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import { Bars } from '../../../parts/charts/Bars.tsx';
import { ChartFrame } from '../../../parts/charts/ChartFrame.tsx';
import { dateFormat, formatCount } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';

const measures = ['booked', 'printed', 'collected', 'signed'] as const;

/** The days of a week, as bars of their bookings; the table has the rest. */
export function ReviewDays({ review: { volume } }: { readonly review: Review }) {
  const { t, i18n } = useTranslation();
  const day = dateFormat(i18n.language, { weekday: 'short', day: 'numeric' });
  const head = [t('insight.review.day'), ...measures.map((measure) => t(`insight.day.${measure}`))];
  const days = volume.days.map(({ dayAt, ...counts }) => {
    const values = measures.map((measure) => counts[measure]);
    const cells = [
      day.format(dayAt),
      ...values.map((value) => (value === null ? t('chart.unknown') : formatCount(value))),
    ];
    return {
      key: String(dayAt),
      cells,
      booked: counts.booked,
      open: () => go('ship', { booked: { from: dayAt, to: dayAt + dayMs } }),
    };
  });
  return (
    <ChartFrame
      title={t('insight.review.days')}
      table={{ head, rows: days.map(({ key, cells, open }) => ({ key, cells, open })) }}
    >
      <Bars
        // A day nobody counted is not one without bookings.
        empty={days.every(({ booked }) => booked === 0) ? t('insight.review.noneBooked') : ''}
        bars={days.map(({ key, cells, booked, open }) => ({
          key,
          label: cells[0] ?? '',
          words: cells.map((cell, index) => (index === 0 ? cell : `${head[index]} ${cell}`)).join(' · '),
          parts: booked === null ? null : [{ series: 1, value: booked }],
          open,
        }))}
      />
    </ChartFrame>
  );
}
