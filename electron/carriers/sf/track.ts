import type { TrackingEvent, TrackingSnapshot } from '../../../shared/domain/tracking.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { PlatformAccount, PlatformPorts, PlatformReply, TrackRequest } from '../kit/carrierPlatform.ts';
import { accountTexts } from '../kit/hiddenTexts.ts';
import { orderEvents } from '../kit/orderEvents.ts';
import { redactReason } from '../kit/redactReason.ts';
import { wireTime } from '../kit/wireTime.ts';
import { withNote } from '../kit/withNote.ts';
import { call } from './call.ts';
import { askFault } from './faults.ts';
import { stateFromWire } from './status.ts';
import { routesData } from './wire.ts';

/** Where a parcel is (EXP_RECE_SEARCH_ROUTES by waybill number). */
export async function track(
  request: TrackRequest,
  account: PlatformAccount,
  ports: PlatformPorts,
): Promise<PlatformReply<TrackingSnapshot>> {
  const { waybillNo, phoneTail } = request;
  const data = {
    language: 'zh-CN',
    trackingType: 1,
    trackingNumber: [waybillNo],
    methodType: 1,
    ...(phoneTail === '' ? {} : { checkPhoneNo: phoneTail }),
  };
  const replied = await call(
    { service: 'EXP_RECE_SEARCH_ROUTES', kind: 'asks', data, dataSchema: routesData },
    account,
    ports,
  );
  if (!replied.ok) return replied;
  const { code, message, responseId, data: routes } = replied.value;
  const outcome: CallOutcome<TrackingSnapshot> =
    routes === null
      ? askFault(code, redactReason(message, [...accountTexts(account), phoneTail, waybillNo]))
      : readRoutes(routes.routeResps ?? [], waybillNo);
  return withNote(outcome, code, responseId);
}

type Routes = NonNullable<import('zod').infer<typeof routesData>['routeResps']>;

function readRoutes(parcels: Routes, waybillNo: string): CallOutcome<TrackingSnapshot> {
  const parcel = parcels.find(({ mailNo }) => mailNo === waybillNo);
  if (parcel === undefined && parcels.length > 0) return didNotHappen('CARRIER_WRONG_REPLY');
  const events = orderEvents(
    (parcel?.routes ?? []).flatMap(({ acceptTime, acceptAddress, remark, opCode }) => {
      const at = wireTime(acceptTime);
      if (at === null) return [];
      const event: TrackingEvent = {
        at,
        text: remark,
        location: acceptAddress,
        status: stateFromWire(opCode),
        rawStatus: opCode,
      };
      return [event];
    }),
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
