import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './welcome/welcome.css';
import type { Answered } from '../../shared/contracts/contract.ts';
import { core } from '../bridge/core.ts';
import { pageClock, useNow } from '../bridge/page.ts';
import { Button } from '../parts/Button.tsx';
import { formatCount, useDuration } from '../parts/format.ts';
import { Mark } from '../parts/Mark.tsx';
import { ProgressBar } from '../parts/StateMark.tsx';
import { useAct } from '../work/useAct.ts';
import { useMovePlace } from '../work/workstations/movePlace.ts';
import { keepSession } from './welcome/session.ts';

type Moving = NonNullable<Answered<'session', 'state'>['moving']>;

/** A little of the way must be behind it before anybody can say how long the rest takes. */
const least = { share: 0.02, seconds: 3 };

/** In place of everything else while the order book moves: what is done, how far it is, and the way to stop it. */
export function MoveScreen({ moving }: { readonly moving: Moving }) {
  const { t } = useTranslation();
  const place = useMovePlace();
  const duration = useDuration();
  const [startedAt] = useState(pageClock.now);
  const seconds = (useNow(1_000) - startedAt) / 1_000;
  const stop = useAct(() => core.workstations.stopMove(), { after: keepSession });
  const { rows, total, isStopping } = moving;
  const share = total === 0 ? null : rows / total;
  const half = total / 2;
  const isComparing = total > 0 && rows >= half;
  const isKnown = share !== null && share >= least.share && seconds >= least.seconds;
  const left = isKnown ? (seconds / share) * (1 - share) : null;
  return (
    <main className="welcome">
      <section className="welcome-card panel stack" aria-live="polite">
        <p className="welcome-brand">
          <Mark />
          {t('app.name')}
        </p>
        <h1>{t('workstations.moveRuns', { place: place(moving.place) })}</h1>
        <ProgressBar share={share} label={t('workstations.moveTitle')} />
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
      </section>
    </main>
  );
}
