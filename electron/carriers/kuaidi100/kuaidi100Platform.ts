import type { CarrierPlatform } from '../kit/carrierPlatform.ts';
import { plainLine } from '../kit/plainLine.ts';
import { arrival } from './arrival.ts';
import { book } from './book.ts';
import { checkBooking } from './checkBooking.ts';
import { checkReach } from './checkReach.ts';
import { find } from './find.ts';
import { freight } from './freight.ts';
import { kuaidi100Manifest } from './manifest.ts';
import { parseAddress } from './parseAddress.ts';
import { readPush } from './readPush.ts';
import { recognise } from './recognise.ts';
import { subscribe } from './subscribe.ts';
import { testAccount } from './testAccount.ts';
import { track } from './track.ts';
import { voidBooking } from './voidBooking.ts';

/** 快递100: the second road to many carriers, and to the same ones by other accounts. */
export const kuaidi100Platform: CarrierPlatform = {
  manifest: kuaidi100Manifest,
  sentText: plainLine,
  check: checkBooking,
  book,
  find,
  void: voidBooking,
  track,
  recognise,
  test: testAccount,
  parseAddress,
  checkReach,
  freight,
  arrival,
  subscribe,
  readPush,
};
