import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { isTroubled, progressSteps, stepsReached } from '../../../shared/domain/trackingGroup.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import './parcel.css';

type Shown = Pick<TrackRow, 'state' | 'exception'>;

/** What is wrong with a parcel, in words; empty: nothing is known to be. */
export function useTroubleWords(): (parcel: Shown) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ exception }) =>
      exception === '' ? '' : t(`exception.${exception}`, { defaultValue: t('exception.other') }),
    [t],
  );
}

/** How far a parcel is: five ticks of its way and the word; hatched where its state does not say how far it came. */
export function ParcelState({ parcel }: { readonly parcel: Shown }) {
  const { t } = useTranslation();
  const words = t(`tracking.${parcel.state}`);
  const reached = stepsReached(parcel.state);
  return (
    <span className="parcel-state">
      <span
        className={reached === null ? 'parcel-ticks parcel-ticks-unknown' : 'parcel-ticks'}
        aria-hidden="true"
      >
        {Array.from({ length: progressSteps }, (_, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five ticks that never move
          <i key={step} className={reached !== null && step < reached ? 'parcel-tick-on' : undefined} />
        ))}
      </span>
      {isTroubled(parcel) ? <StateMark tone="failed" label={words} /> : <span>{words}</span>}
    </span>
  );
}
