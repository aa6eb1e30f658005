import { useTranslation } from 'react-i18next';
import type { DayBoard } from '../../../shared/contracts/insight/board.ts';
import { Button } from '../../parts/Button.tsx';
import { go, type ScreenId, screenDigits } from '../../parts/place.ts';
import { useHelp } from '../../parts/view/help.ts';

/** The places an order passes, in the order in which a day goes. */
const way = ['import', 'correct', 'ship', 'pack', 'track'] as const satisfies readonly ScreenId[];

/** A chart of this day would be empty, and there is no other one to compare it with. */
export const isBlankDay = ({ hours, usualDays }: DayBoard): boolean =>
  usualDays === 0 && hours.every(({ booked }) => (booked ?? 0) === 0);

/** Before anything was ever printed: how a day goes, where its figures will stand. */
export function FirstDay() {
  const { t } = useTranslation();
  return (
    <section className="panel today-list" aria-label={t('today.way.title')}>
      <h2>{t('today.way.title')}</h2>
      <ol className="plain-list first-steps first-day">
        {way.map((screen, index) => (
          <li key={screen}>
            <span className="first-mark">{index + 1}</span>
            <Button
              size="small"
              icon={screen}
              keyHint={`Alt+${screenDigits[screen]}`}
              onPress={() => go(screen)}
            >
              {t(`screen.${screen}`)}
            </Button>
            <span>{t(`today.way.${screen}`)}</span>
          </li>
        ))}
      </ol>
      <p className="first-day-note">
        <span className="soft small">{t('today.way.note')}</span>
        <Button
          look="quiet"
          size="small"
          icon="question"
          onPress={() => useHelp.getState().open({ page: 'first-day' })}
        >
          {t('today.way.manual')}
        </Button>
      </p>
    </section>
  );
}
