import { z } from 'zod';
import type { TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import { lineState, reportedStatus } from '../kit/reportedStatus.ts';
import { eventsOf, otherNumber } from '../kit/trackEvents.ts';
import { looseText, wireText, wireTime } from '../kit/wireValues.ts';
import { call, reasonOf } from './call.ts';
import { askFault } from './faults.ts';
import { statusFromWire } from './status.ts';

const routesData = z.object({
  routeResps: z
    .array(
      z.object({
        mailNo: wireText,
        routes: z
          .array(
            z.object({
              acceptTime: looseText,
              acceptAddress: looseText,
              remark: looseText,
              opCode: looseText,
              reasonCode: looseText,
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});

/** Where a parcel is (EXP_RECE_SEARCH_ROUTES by waybill number). */
export const track: PlatformCalls['track'] = ({ waybillNo, phoneTail }, account, ports) => {
  const data = {
    trackingType: 1,
    trackingNumber: [waybillNo],
    methodType: 1,
    ...(phoneTail === '' ? {} : { checkPhoneNo: phoneTail }),
  };
  const request = { service: 'EXP_RECE_SEARCH_ROUTES', kind: 'asks', data, schema: routesData } as const;
  return call(request, account, ports, ({ code, message, data: routes }) =>
    routes === null
      ? askFault(code, reasonOf(message, account, phoneTail, waybillNo))
      : readRoutes(routes.routeResps ?? [], waybillNo),
  );
};

type Routes = NonNullable<z.infer<typeof routesData>['routeResps']>;

function readRoutes(parcels: Routes, waybillNo: string): CallOutcome<TrackingSnapshot> {
  const parcel = parcels.find(({ mailNo }) => mailNo === waybillNo);
  const [other] = parcels;
  if (parcel === undefined && other !== undefined) return otherNumber(waybillNo, other.mailNo);
  const events = eventsOf(
    (parcel?.routes ?? []).map(({ acceptTime, acceptAddress, remark, opCode, reasonCode }) => {
      const rawStatus = reasonCode === '' ? opCode : `${opCode}-${reasonCode}`;
      return {
        at: wireTime(acceptTime),
        text: remark,
        location: acceptAddress,
        status: statusFromWire(rawStatus)?.state ?? lineState(remark),
        rawStatus,
      };
    }),
  );
  const last = events.at(-1);
  const status = statusFromWire(last?.rawStatus ?? '');
  // One opCode means several things (80: signed for, or put into SF's own locker); only its words distinguish them.
  const overall = reportedStatus({ status, isFine: false }, events);
  const state = overall?.state ?? last?.status ?? 'none';
  return happened({ waybillNo, carrier: 'SF', state, events, exception: overall?.exception ?? '' });
}
