import { carrierRow } from '../../../shared/domain/carriers/carrierTable.ts';
import { didNotHappen, happened } from '../../../shared/errors/outcome.ts';
import type { CarrierPlatform, PlatformCalls } from '../kit/carrierPlatform.ts';
import { plainLine } from '../kit/sentFields.ts';
import { book, find, searchOrder } from './book.ts';
import { checkBooking } from './bookingToWire.ts';
import { reasonOf } from './call.ts';
import { askFault, isAbsent } from './faults.ts';
import { sfManifest } from './manifest.ts';
import { track } from './track.ts';
import { voidBooking } from './voidBooking.ts';

/** No order of ours: our codes hold no underscore at the start. */
const noOrder = '_account-test';

/**
 * Proves address, partner id and checkword by searching an order that does not exist: "no such order" is the good answer.
 * Other servers answer JSON too: SF numbers each of its replies, and does not find an order that was never made.
 */
const testAccount: PlatformCalls['test'] = (account, ports) => {
  return searchOrder(noOrder, account, ports, ({ isGood, code, message, responseId }) => {
    if (isGood || (isAbsent(code) && responseId === ''))
      return didNotHappen('CARRIER_BAD_REPLY', { reason: 'shape' });
    return isAbsent(code) ? happened(null) : askFault(code, reasonOf(message, account));
  });
};

/** Whether a number is SF's, by its form since 2019: older ones look like many other carriers'. Without network. */
const recognise: PlatformCalls['recognise'] = async (waybillNo) => {
  return happened(carrierRow('SF')?.strict?.test(waybillNo) ? ['SF'] : []);
};

/** 顺丰 by its own open platform 丰桥, without an aggregator between. */
export const sfPlatform: CarrierPlatform = {
  manifest: sfManifest,
  sentText: plainLine,
  check: checkBooking,
  book,
  find,
  void: voidBooking,
  track,
  recognise,
  test: testAccount,
};
