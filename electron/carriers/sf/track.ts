import { z } from 'zod';
import type { TrackingSnapshot, TrackingState } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, TrackRequest } from '../kit/carrierPlatform.ts';
import { eventsOf } from '../kit/trackEvents.ts';
import { looseText, wireText, wireTime } from '../kit/wireValues.ts';
import { call, reasonOf } from './call.ts';
import { askFault } from './faults.ts';

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
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});

/** Where a parcel is (EXP_RECE_SEARCH_ROUTES by waybill number). */
export function track(
  { waybillNo, phoneTail }: TrackRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<TrackingSnapshot>> {
  const data = {
    trackingType: 1,
    trackingNumber: [waybillNo],
    methodType: 1,
    ...(phoneTail === '' ? {} : { checkPhoneNo: phoneTail }),
  };
  const asked = { service: 'EXP_RECE_SEARCH_ROUTES', kind: 'asks', data, schema: routesData } as const;
  return call(asked, account, ports, ({ code, message, data: routes }) =>
    routes === null
      ? askFault(code, reasonOf(message, account, phoneTail, waybillNo))
      : readRoutes(routes.routeResps ?? [], waybillNo),
  );
}

type Routes = NonNullable<z.infer<typeof routesData>['routeResps']>;

function readRoutes(parcels: Routes, waybillNo: string): CallOutcome<TrackingSnapshot> {
  const parcel = parcels.find(({ mailNo }) => mailNo === waybillNo);
  if (parcel === undefined && parcels.length > 0) return didNotHappen('CARRIER_WRONG_REPLY');
  const events = eventsOf(
    (parcel?.routes ?? []).map(({ acceptTime, acceptAddress, remark, opCode }) => ({
      at: wireTime(acceptTime),
      text: remark,
      location: acceptAddress,
      status: stateFromWire(opCode),
      rawStatus: opCode,
    })),
  );
  const state = events.at(-1)?.status ?? 'none';
  return happened({
    waybillNo,
    carrier: 'SF',
    state,
    events,
    exception: state === 'problem' ? 'problem' : '',
  });
}

/**
 * opCode of a route line. 50 and 80 are seen in several public clients; the others agree between the vendor's word list
 * and one public analysis of 3,865 route lines. A code that is not here is on the way.
 */
const stateOf: Readonly<Record<string, TrackingState>> = {
  '50': 'collected',
  '54': 'collected',
  '30': 'in-transit',
  '31': 'in-transit',
  '36': 'in-transit',
  '44': 'delivering',
  '204': 'delivering',
  '125': 'locker',
  '642': 'locker',
  '33': 'problem',
  '70': 'problem',
  '80': 'signed',
  '8000': 'signed',
};

function stateFromWire(opCode: string): TrackingState {
  return Object.hasOwn(stateOf, opCode) ? (stateOf[opCode] ?? 'in-transit') : 'in-transit';
}
