import { useTranslation } from 'react-i18next';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import './board.css';
import type { DayBoard, StripMeasure } from '../../../shared/contracts/insight/board.ts';
import { Figure } from '../../parts/charts/Figure.tsx';
import { formatCount, useWhen } from '../../parts/format.ts';
import { go, type PlaceFocus, type ScreenId } from '../../parts/place.ts';
import { againstUsual } from './dayCharts.ts';
import { useAttention } from './useAttention.ts';

/** Where what a figure counts is listed. */
function placeOf(measure: StripMeasure, dayAt: number): readonly [ScreenId, PlaceFocus] {
  if (measure === 'booked') return ['ship', { booked: { from: dayAt, to: dayAt + dayMs } }];
  if (measure === 'printed')
    return ['print', { printed: { mark: 'printed', from: dayAt, to: dayAt + dayMs } }];
  return ['track', { passed: { step: measure, from: dayAt, to: dayAt + dayMs } }];
}

/** The day in five numbers, each beside what it usually is by now. */
export function DayStrip({ day }: { readonly day: DayBoard }) {
  const { t } = useTranslation();
  const when = useWhen(day.now);
  const attention = useAttention();
  const noteOf = ({ count, usual, knownAt }: DayBoard['strip'][number]): string => {
    if (count === null)
      return knownAt === null ? t('insight.day.neverAsked') : t('insight.day.asked', { when: when(knownAt) });
    const { words, difference } = againstUsual(count, usual);
    return t(`insight.day.usual.${words}`, { difference: formatCount(difference) });
  };
  const people = attention.wrong.reduce((sum, { count }) => sum + count, 0);
  const [first, ...others] = attention.wrong;
  const firstWords = first === undefined ? t('today.nothingWrong') : t(`today.item.${first.id}`);
  return (
    <section className="panel day-strip" aria-label={t('insight.day.strip')}>
      {day.strip.map((figure, index) => {
        const [screen, focus] = placeOf(figure.measure, day.dayAt);
        return (
          <Figure
            key={figure.measure}
            label={t(`insight.day.${figure.measure}`)}
            value={figure.count === null ? null : formatCount(figure.count)}
            note={noteOf(figure)}
            isFirst={index === 0}
            open={() => go(screen, focus)}
          />
        );
      })}
      <Figure
        label={t('insight.day.people')}
        value={attention.isKnown ? formatCount(people) : null}
        note={
          first !== undefined && others.length > 0
            ? t('insight.day.someOfThem', { number: formatCount(first.count), what: firstWords })
            : firstWords
        }
        tone={people > 0 ? 'failed' : undefined}
        isFirst={false}
        open={first === undefined ? undefined : () => go(first.screen, first.focus)}
      />
    </section>
  );
}
