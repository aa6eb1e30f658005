import type { CarrierPlatform } from '../kit/carrierPlatform.ts';
import { checkReach, parseAddress } from './address.ts';
import { arrival } from './arrival.ts';
import { balance } from './balance.ts';
import { book, find } from './book.ts';
import { checkBooking } from './checkBooking.ts';
import { freight } from './freight.ts';
import { kdniaoManifest } from './manifest.ts';
import { cleanText } from './partyToWire.ts';
import { cancelPickup, findPickup, orderPickup } from './pickup.ts';
import { readPush, subscribe } from './push.ts';
import { recognise, testAccount } from './recognise.ts';
import { track } from './track.ts';
import { voidBooking } from './voidBooking.ts';

/** 快递鸟: one platform for some 660 carriers. */
export const kdniaoPlatform: CarrierPlatform = {
  manifest: kdniaoManifest,
  sentText: cleanText,
  check: checkBooking,
  book,
  find,
  void: voidBooking,
  track,
  recognise,
  test: testAccount,
  parseAddress,
  checkReach,
  balance,
  freight,
  arrival,
  subscribe,
  readPush,
  orderPickup,
  findPickup,
  cancelPickup,
};
