import { useTranslation } from 'react-i18next';
import type { Answered } from '../../shared/contracts/contract.ts';
import { core } from '../bridge/core.ts';
import { Button } from '../parts/Button.tsx';
import { formatCount, useDuration } from '../parts/format.ts';
import { useAct } from '../work/useAct.ts';
import { useMovePlace } from '../work/workstations/movePlace.ts';
import { ProgressScreen, useSecondsShown } from './ProgressScreen.tsx';
import { keepSession } from './welcome/session.ts';

type Moving = NonNullable<Answered<'session', 'state'>['moving']>;

/** A little of the way must be behind it before anybody can say how long the rest takes. */
const least = { share: 0.02, seconds: 3 };

/** While the order book moves: what is done, how far it is, and the way to stop it. */
export function MoveScreen({ moving }: { readonly moving: Moving }) {
  const { t } = useTranslation();
  const place = useMovePlace();
  const duration = useDuration();
  const seconds = useSecondsShown();
  const stop = useAct(() => core.workstations.stopMove(), { after: keepSession });
  const { rows, total, isStopping } = moving;
  const share = total === 0 ? null : rows / total;
  const half = total / 2;
  const isComparing = total > 0 && rows >= half;
  const isKnown = share !== null && share >= least.share && seconds >= least.seconds;
  const left = isKnown ? (seconds / share) * (1 - share) : null;
  return (
    <ProgressScreen title={t('workstations.moveRuns', { place: place(moving.place) })} share={share}>
      <p>
        {total === 0
          ? t('workstations.moveBegins')
          : t(isComparing ? 'workstations.moveCompares' : 'workstations.moveCopies', {
              rows: formatCount(isComparing ? rows - half : rows),
              total: formatCount(half),
            })}
      </p>
      <p className="soft number">
        {left === null
          ? t('workstations.moveTime', { time: duration(seconds) })
          : t('workstations.moveLeft', { time: duration(seconds), left: duration(left) })}
      </p>
      <p className="soft small">{t('workstations.moveNote')}</p>
      <div>
        <Button {...stop.press()} isBusy={isStopping || stop.isPending}>
          {t('workstations.moveStop')}
        </Button>
      </div>
    </ProgressScreen>
  );
}
