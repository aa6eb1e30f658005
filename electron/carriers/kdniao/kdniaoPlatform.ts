import type { CarrierPlatform } from '../kit/carrierPlatform.ts';
import { book } from './book.ts';
import { checkBooking } from './checkBooking.ts';
import { checkReach } from './checkReach.ts';
import { cleanText } from './cleanText.ts';
import { find } from './find.ts';
import { kdniaoManifest } from './manifest.ts';
import { parseAddress } from './parseAddress.ts';
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
};
