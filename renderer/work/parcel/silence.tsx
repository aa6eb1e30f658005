import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { type SilenceInWords, silenceInWords, silenceMs } from '../../../shared/domain/parcelSilence.ts';
import { stuckAfterMs } from '../../../shared/domain/trackingGroup.ts';
import { useNow } from '../../bridge/page.ts';
import './parcel.css';
import { Dash } from '../../parts/table/TableRow.tsx';

type Heard = Pick<TrackRow, 'state' | 'lastAt' | 'bookedAt'>;

/** How long nothing was heard of a parcel, as a supervisor says it; null: it does not count here. */
function useSilence(): (parcel: Heard) => (SilenceInWords & { readonly words: string }) | null {
  const { t } = useTranslation();
  const now = useNow();
  return useCallback(
    (parcel) => {
      const ms = silenceMs(parcel, now);
      if (ms === null) return null;
      const silence = silenceInWords(ms, stuckAfterMs);
      return { ...silence, words: t(`track.silence.${silence.unit}`, { count: silence.count }) };
    },
    [t, now],
  );
}

export function Silence({ parcel }: { readonly parcel: Heard }) {
  const silence = useSilence()(parcel);
  if (silence === null) return <Dash />;
  return (
    <span className={`number silence-${silence.level}`}>
      {silence.level === 'stuck' ? `! ${silence.words}` : silence.words}
    </span>
  );
}

/** The same as a sentence, where there is something to say. */
export function SilenceLine({ parcel }: { readonly parcel: Heard }) {
  const { t } = useTranslation();
  const silence = useSilence()(parcel);
  if (silence === null || silence.level === 'usual') return null;
  return (
    <p className={`silence-${silence.level}`}>
      {t(parcel.lastAt === null ? 'track.neverScanned' : 'track.silentFor', { time: silence.words })}
    </p>
  );
}
