import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../shared/domain/insight/review.ts';
import { usePlatformName } from '../../../bridge/knownNames.ts';
import { Figure } from '../../../parts/charts/Figure.tsx';
import { percentText } from '../../../parts/charts/scale.ts';
import { formatCount } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { availabilityAim, worstPlatform } from '../calls/callCharts.ts';

/** Beyond this share of faults something was wrong. */
const mostErrors = 0.01;

/** The five numbers a look back begins with, each beside the time before. */
export function ReviewFigures({ review }: { readonly review: Review }) {
  const { t } = useTranslation();
  const { volume, calls, traces, cases, from, to } = review;
  const platformName = usePlatformName();
  const worst = worstPlatform(review.availability);
  const before = (value: string | null) =>
    value === null ? t('insight.review.noBefore') : t('insight.review.before', { value });
  const percent = (value: number | null) => (value === null ? null : percentText(value));
  const few = (isFew: boolean, text: string) => (isFew ? `${text} · ${t('chart.few')}` : text);
  const count = (value: number | null) => (value === null ? null : formatCount(value));
  return (
    <section className="panel day-strip" aria-label={t('insight.review.figures')}>
      <Figure
        label={t('insight.day.booked')}
        value={count(volume.now.booked)}
        note={before(count(volume.before.booked))}
        isFirst
        open={() => go('ship', { booked: { from, to } })}
      />
      <Figure
        label={t('insight.review.errors')}
        value={percent(calls.errorShare)}
        note={before(percent(calls.before.errorShare))}
        tone={(calls.errorShare ?? 0) > mostErrors ? 'failed' : undefined}
        isFirst={false}
        open={() => go('settings', { section: 'calls', tab: 'failed' })}
      />
      <Figure
        label={t('insight.flow.availability')}
        value={percent(worst?.share ?? null)}
        note={worst === null ? t('insight.review.noCalls') : few(worst.isFew, platformName(worst.platform))}
        tone={worst?.share != null && !worst.isFew && worst.share < availabilityAim ? 'failed' : undefined}
        isFirst={false}
        open={() => go('insight', { tab: 'calls' })}
      />
      <Figure
        label={t('insight.review.traced')}
        value={percent(traces.share)}
        note={few(
          traces.isFew,
          t('insight.review.ofParcels', {
            traced: formatCount(traces.traced),
            booked: formatCount(traces.booked),
          }),
        )}
        isFirst={false}
        open={() => go('insight', { tab: 'transit' })}
      />
      <Figure
        label={t('insight.review.solved')}
        value={formatCount(cases.solved)}
        note={
          cases.medianHours === null
            ? t('insight.review.found', { count: cases.opened, shown: formatCount(cases.opened) })
            : t('insight.review.solvedIn', {
                opened: formatCount(cases.opened),
                hours: cases.medianHours.toFixed(1),
              })
        }
        isFirst={false}
        open={() => go('insight', { tab: 'troubles' })}
      />
    </section>
  );
}
