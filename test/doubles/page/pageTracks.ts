import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { ParcelDetail, TrackRow } from '../../../shared/contracts/tracking.ts';
import { silenceMs } from '../../../shared/domain/parcelSilence.ts';
import {
  type PassedParcels,
  statesOfGroup,
  stuckAfterMs,
  type TrackingGroup,
  trackingGroups,
} from '../../../shared/domain/trackingGroup.ts';
import { sampleEvents } from './pageSample.ts';
import type { PageWorld } from './pageWorld.ts';

/** What the platform says of a problem is a word nobody here knows; of the rest the program asks on. */
const sampleAsking = ({ state }: TrackRow, now: number): ParcelDetail['asking'] => {
  const isEnded = statesOfGroup('ended')?.includes(state) === true || state === 'signed';
  return {
    nextAt: isEnded ? null : now + 4 * 3_600_000,
    pace: isEnded ? 'arrived' : 'usual',
    stopReason: null,
    oddities: [],
    rawState: state === 'problem' ? '488' : '',
  };
};

type Os = ReturnType<typeof implement<typeof contract>>;

/** Parcels of the page's double. */
export function pageTracks({ tracks, now, fail, slice, tell, options }: PageWorld, os: Os) {
  const isIn = (row: TrackRow, group: TrackingGroup): boolean => {
    if (group === 'all') return true;
    if (group === 'exception') return row.exception !== '';
    if (group === 'stuck') return (silenceMs(row, now()) ?? 0) >= stuckAfterMs;
    return statesOfGroup(group)?.includes(row.state) ?? false;
  };
  const found = (search = '') =>
    tracks.filter(
      ({ waybillNo, orderNo }) =>
        `${waybillNo} ${orderNo}`.includes(search) || waybillNo.endsWith(search) || orderNo.endsWith(search),
    );
  const hasPassed = ({ state, bookedAt, lastAt, carrier }: TrackRow, passed: PassedParcels): boolean => {
    const at = passed.step === 'collected' ? bookedAt : state === 'signed' ? lastAt : null;
    const isOfCarrier = passed.carrier === undefined || passed.carrier === carrier;
    return at !== null && at >= passed.from && at < passed.to && isOfCarrier;
  };
  /** Open and not asked about for long. */
  const isDue = ({ state, checkedAt }: TrackRow): boolean =>
    statesOfGroup('ended')?.includes(state) !== true &&
    state !== 'signed' &&
    (checkedAt ?? 0) < now() - 60 * 60_000;
  return {
    window: os.track.window.handler(({ input }) =>
      slice(
        found(input.search).filter(
          (row) =>
            isIn(row, input.group ?? 'all') &&
            (input.passed === undefined || hasPassed(row, input.passed)) &&
            (input.isDue !== true || isDue(row)) &&
            (input.state === undefined || row.state === input.state),
        ),
        input,
      ),
    ),
    counts: os.track.counts.handler(
      () =>
        Object.fromEntries(
          trackingGroups.map((group) => [group, tracks.filter((row) => isIn(row, group)).length]),
        ) as Record<TrackingGroup, number>,
    ),
    find: os.track.find.handler(({ input }) => found(input.text).slice(0, 8)),
    detail: os.track.detail.handler(({ input }) => {
      const row =
        tracks.find(({ waybillNo }) => waybillNo === input.waybillNo) ??
        fail('WAYBILL_NOT_FOUND', { waybillNo: input.waybillNo });
      return { ...row, handedOver: null, asking: sampleAsking(row, now()), events: sampleEvents(row, now()) };
    }),
    export: os.track.export.handler(({ input: { format, group = 'all', search } }) => ({
      fileToken: 'parcels',
      name: `parcels.${format}`,
      rowCount: found(search).filter((row) => isIn(row, group)).length,
    })),
    refresh: os.track.refresh.handler(({ input: { waybillNos } }) => {
      const asked = tracks.filter((row) => waybillNos.length === 0 || waybillNos.includes(row.waybillNo));
      if (options.isPlatformDown)
        return {
          refreshed: 0,
          failed: asked.length,
          waiting: 0,
          errorCode: 'NETWORK_TIMEOUT',
          errorParams: {},
        };
      for (const row of asked) tracks[tracks.indexOf(row)] = { ...row, checkedAt: now() };
      tell('tracking');
      return { refreshed: asked.length, failed: 0, waiting: 0, errorCode: '', errorParams: {} };
    }),
  };
}
