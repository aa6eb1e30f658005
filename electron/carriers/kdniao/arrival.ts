import { z } from 'zod';
import { type CallOutcome, didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import { dayMs, hourMs } from '../../../shared/rules/shopTime.ts';
import type { PlatformCalls } from '../kit/carrierPlatform.ts';
import type { Arrival, ArrivalRequest } from '../kit/platformServices.ts';
import { redactReason } from '../kit/redactReason.ts';
import { looseText, toWireTime, wireTime } from '../kit/wireValues.ts';
import { call, envelope } from './call.ts';
import { carrierRule } from './carrierRules.ts';
import { askFault } from './faults.ts';
import { placeToWire } from './partyToWire.ts';

const arrivalReply = z.object({
  ...envelope,
  Data: z
    .object({
      DeliveryTime: looseText,
      DeliveryDate: looseText,
      Hour: looseText,
      DeliveryMemo: looseText,
    })
    .nullish(),
});
type ArrivalReply = z.infer<typeof arrivalReply>;

/** When a parcel would arrive: 6004 before it is shipped, 6006 with its number. */
export const arrival: PlatformCalls['arrival'] = (request, account, ports) => {
  const requestType = request.waybillNo === '' ? '6004' : '6006';
  return call(requestType, { data: arrivalToWire(request), schema: arrivalReply }, account, ports, (reply) =>
    readArrival(reply, request.sentAt ?? ports.clock.now()),
  );
};

function arrivalToWire(request: ArrivalRequest): Readonly<Record<string, unknown>> {
  const from = placeToWire(request.sender);
  const to = placeToWire(request.receiver);
  const needsTail = request.waybillNo !== '' && carrierRule(request.carrier).needsPhoneTail;
  return {
    ShipperCode: request.carrier,
    ...(request.waybillNo === '' ? {} : { LogisticCode: request.waybillNo }),
    SendProvince: from.ProvinceName,
    SendCity: from.CityName,
    SendArea: from.ExpAreaName,
    ReceiveProvince: to.ProvinceName,
    ReceiveCity: to.CityName,
    ReceiveArea: to.ExpAreaName,
    ...(request.sentAt === null ? {} : { CatchTime: toWireTime(request.sentAt) }),
    ...(request.weightGrams === null ? {} : { Weight: request.weightGrams / 1_000 }),
    ...(needsTail && request.phoneTail !== '' ? { ReceiverPhone: request.phoneTail } : {}),
    Quantity: 1,
  };
}

function readArrival(
  { Success, ResultCode, Reason, Data }: ArrivalReply,
  sentAt: number,
): CallOutcome<Arrival> {
  if (!Success) return askFault(ResultCode, Reason);
  const words = redactReason(Data?.DeliveryTime || Data?.DeliveryMemo || '', []);
  const expectedAt = promisedMoment(
    { words: Data?.DeliveryTime ?? '', date: Data?.DeliveryDate ?? '', hours: Data?.Hour ?? '' },
    sentAt,
  );
  return words === '' && expectedAt === null
    ? didNotHappen('CARRIER_BAD_REPLY', { reason: 'no-arrival' })
    : happened({ expectedAt, words });
}

/** The last moment of each part of a day as the trade uses the words. */
const endOfPart: readonly (readonly [RegExp, string])[] = [
  [/凌晨|早上|上午/u, '12:00:00'],
  [/中午/u, '14:00:00'],
  [/下午/u, '18:00:00'],
];
const endOfDay = '23:59:59';

const halfYearMs = 183 * dayMs;
/** A month: no forecast in this trade is longer. */
const mostHours = 24 * 31;

interface Promised {
  /** `06月15日下午可达` */
  readonly words: string;
  /** `2024-04-20` */
  readonly date: string;
  /** `36h`, from the collection on. */
  readonly hours: string;
}

/**
 * UTC ms of the last moment that keeps the promise: the date with the part of day in the words, otherwise the day in the words with the
 * year nearest the collection, otherwise the hours. null: unreadable.
 */
export function promisedMoment({ words, date, hours }: Promised, sentAt: number): number | null {
  const time = endOfPart.find(([part]) => part.test(words))?.[1] ?? endOfDay;
  const day = /^\d{4}-\d{1,2}-\d{1,2}/.exec(date.trim())?.[0];
  if (day !== undefined) return wireTime(`${day} ${time}`);
  const named = /(\d{1,2})月(\d{1,2})日/u.exec(words);
  if (named !== null) return nearestYear(`${named[1]}-${named[2]} ${time}`, sentAt);
  const count = Number(/^(\d{1,3})\s*(h|小时)?$/iu.exec(hours.trim())?.[1] ?? Number.NaN);
  return count > 0 && count <= mostHours ? sentAt + count * hourMs : null;
}

/** The words have no year: in December 01月02日 is next year's. */
function nearestYear(monthAndTime: string, sentAt: number): number | null {
  const year = new Date(sentAt).getUTCFullYear();
  const moments = [year - 1, year, year + 1].map((one) => wireTime(`${one}-${monthAndTime}`));
  return moments.find((at) => at !== null && Math.abs(at - sentAt) < halfYearMs) ?? null;
}
