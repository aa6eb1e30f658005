import type { CarrierPlatform } from '../kit/carrierPlatform.ts';
import { arrival } from './arrival.ts';
import { balance } from './balance.ts';
import { book } from './book.ts';
import { cancelPickup } from './cancelPickup.ts';
import { checkBooking } from './checkBooking.ts';
import { checkReach } from './checkReach.ts';
import { cleanText } from './cleanText.ts';
import { find } from './find.ts';
import { freight } from './freight.ts';
import { kdniaoManifest } from './manifest.ts';
import { findPickup, orderPickup } from './orderPickup.ts';
import { parseAddress } from './parseAddress.ts';
import { readPush } from './readPush.ts';
import { recognise, testAccount } from './recognise.ts';
import { subscribe } from './subscribe.ts';
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
