import { useTranslation } from 'react-i18next';
import './scaleFigure.css';
import type { ScaleSaysView } from '../../../shared/contracts/packing/devices.ts';
import type { ScaleState } from '../../../shared/domain/packing/scale.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';

const tones: Readonly<Record<ScaleState, Tone>> = {
  away: 'failed',
  silent: 'failed',
  nonsense: 'failed',
  zero: 'rest',
  moving: 'waiting',
  stable: 'done',
  over: 'failed',
  under: 'failed',
  fault: 'failed',
  'needs-zero': 'failed',
};

/** A padlock that closes once the weight is at rest: what is shown then may be taken. */
function Padlock({ isClosed }: { readonly isClosed: boolean }) {
  return (
    <svg
      className={isClosed ? 'padlock padlock-closed' : 'padlock'}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4.500 9h11v8h-11z" />
      <path
        d={
          isClosed ? 'M6.500 9V6.500a3.500 3.500 0 0 1 7 0V9' : 'M6.500 9V5.500a3.500 3.500 0 0 1 6.700-1.400'
        }
      />
    </svg>
  );
}

interface ScaleFigureProps {
  readonly says: ScaleSaysView | null;
  /** To be read from where the parcels are. */
  readonly isLarge?: boolean;
}

/** What the scale shows: kilograms to the gram as on its own display; nothing where there is no weight. */
export function ScaleFigure({ says, isLarge = true }: ScaleFigureProps) {
  const { t } = useTranslation();
  const state = says?.state ?? 'away';
  const grams = says?.grams ?? null;
  return (
    <div className={isLarge ? 'scale-figure scale-figure-large' : 'scale-figure'}>
      <Padlock isClosed={state === 'stable'} />
      <output className="scale-grams number">{grams === null ? '–' : (grams / 1_000).toFixed(3)}</output>
      <span className="scale-unit">{t('devices.kg')}</span>
      <StateMark tone={tones[state]} label={t(`scaleState.${state}`)} />
    </div>
  );
}
