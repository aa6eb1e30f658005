import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ScaleSaysView } from '../../../../shared/contracts/packing/devices.ts';
import type { PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';
import { ask } from '../../../bridge/core.ts';
import { useScaleSays } from '../../../bridge/deviceNews.ts';
import { pageClock } from '../../../bridge/page.ts';
import { gesture } from './gestures.ts';

/** Nobody hears it, though it is set up. */
const unheard: ScaleSaysView = { state: 'away', grams: null, at: null, zeroAt: null };

/** What the scale of this bench says; null: it has none. */
export function useBenchScale(): ScaleSaysView | null {
  const devices = useQuery(ask.devices.get.queryOptions()).data;
  const says = useScaleSays((scale) => scale.says);
  return devices === undefined || devices.scale === null ? null : (says ?? unheard);
}

/**
 * Takes the weight of the open parcel automatically, once it is asked for and the scale is at rest. Once for each time something is put on
 * it: a refused weight is not sent again and again.
 */
export function useScaleWeighing(parcel: PackedParcelView | null, says: ScaleSaysView | null): void {
  const taken = useRef('');
  const isWanted = parcel?.phase === 'weight' && says?.state === 'stable';
  useEffect(() => {
    if (!isWanted || parcel === null || says?.grams == null || says.at === null) return;
    const { grams, at, zeroAt } = says;
    const put = `${parcel.parcelId} ${parcel.reopened} ${zeroAt} ${grams}`;
    if (put === taken.current) return;
    taken.current = put;
    const now = pageClock.now();
    gesture({
      kind: 'weigh',
      reading: {
        parcelId: parcel.parcelId,
        source: 'scale',
        grams,
        ageMs: Math.max(0, now - at),
        isStable: true,
        zeroAgeMs: zeroAt === null ? null : Math.max(0, now - zeroAt),
      },
    });
  }, [isWanted, parcel, says]);
}
