import type { PostalAddress } from '../../../shared/domain/party.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { type CallOutcome, didNotHappen, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, CarrierPlatform, PlatformPorts, ReachReply } from '../kit/carrierPlatform.ts';
import { ofQuestion } from '../kit/refusal.ts';
import { practiceParse, practiceReach } from './address.ts';
import {
  checkPractice,
  markerIn,
  type PracticeMarker,
  practiceBooking,
  practiceWaybillNo,
  practiceWaybillPattern,
  readMarker,
} from './book.ts';
import { practiceManifest } from './manifest.ts';
import { practiceCarrier, practiceTrack } from './track.ts';

const host = 'practice';
const slowReplyMs = 5_000;

/** A platform without network or memory, for learning and for tests. Faults by markers: see the README. */
export const practicePlatform: CarrierPlatform = {
  manifest: practiceManifest,
  check: (request) => checkPractice(request),
  book: (request, _account, ports) => book(request, ports),
  find: async (request) => find(request),
  void: async ({ orderCode, waybillNo }) =>
    waybillNo === practiceWaybillNo(orderCode) ? happened(null) : didNotHappen('CARRIER_NOT_FOUND'),
  track: async ({ waybillNo, carrier, bookedAt }, _account, { clock }) =>
    practiceWaybillPattern.test(waybillNo)
      ? happened(practiceTrack(waybillNo, carrier, bookedAt, clock.now()))
      : didNotHappen('CARRIER_NOT_FOUND'),
  recognise: async (waybillNo) => happened(practiceWaybillPattern.test(waybillNo) ? [practiceCarrier] : []),
  test: async () => happened(null),
  parseAddress: async (text) => askRefusal(markerIn(text)) ?? practiceParse(text),
  checkReach: async ({ receiver }) => reach(receiver),
};

/** What each marker makes of a booking; the others book. */
const faults: Partial<Record<PracticeMarker, CallOutcome<never>>> = {
  refuse: didNotHappen('CARRIER_REFUSED', { reason: '练习：收件地区不派送' }),
  field: didNotHappen('CARRIER_FIELD', { reason: '练习：收件人电话格式不对' }),
  credentials: didNotHappen('CARRIER_CREDENTIALS'),
  balance: didNotHappen('CARRIER_BALANCE', { reason: '练习：单号余量为 0' }),
  busy: didNotHappen('CARRIER_BUSY', { waitSeconds: 5 }),
  down: didNotHappen('NETWORK_REFUSED', { host }),
  'timeout-lost': unknownOutcome('NETWORK_TIMEOUT', { host }),
  'timeout-accepted': unknownOutcome('NETWORK_TIMEOUT', { host }),
};

async function book(request: BookingRequest, { clock }: PlatformPorts): Promise<CallOutcome<Booking>> {
  const checked = checkPractice(request);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const marker = readMarker(request);
  const fault = marker === null ? undefined : faults[marker];
  if (fault !== undefined) return fault;
  if (marker === 'slow') await clock.sleep(slowReplyMs);
  return happened(practiceBooking(request));
}

/** What a marker makes of a question; null: it is answered. */
function askRefusal(marker: PracticeMarker | null): CallOutcome<never> | null {
  if (marker === null || marker === 'refuse') return null;
  if (marker === 'field') return didNotHappen('ASK_NOT_UNDERSTOOD');
  if (marker === 'balance') return didNotHappen('CARRIER_QUOTA');
  const fault = faults[marker];
  return fault === undefined ? null : ofQuestion(fault);
}

/** An order that would be refused lies out of area. */
function reach(receiver: PostalAddress): CallOutcome<ReachReply> {
  const marker = markerIn(receiver.detail);
  const answer = marker === 'refuse' ? 'not-reachable' : practiceReach(receiver);
  return askRefusal(marker) ?? happened({ answer, carrier: '' });
}

/** Nothing is remembered, so the marker itself answers whether the first try had been accepted. */
function find(request: BookingRequest): CallOutcome<Booking> {
  const checked = checkPractice(request);
  if (!checked.ok) return { ...checked, certainty: 'did-not-happen' };
  const marker = readMarker(request);
  if (marker === 'down') return unknownOutcome('NETWORK_REFUSED', { host });
  const isBooked = marker === null || marker === 'timeout-accepted' || faults[marker] === undefined;
  return isBooked ? happened(practiceBooking(request)) : didNotHappen('CARRIER_NOT_FOUND');
}
