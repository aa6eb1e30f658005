import type { CarrierPlatform } from '../kit/carrierPlatform.ts';
import { plainLine } from '../kit/plainLine.ts';
import { book } from './book.ts';
import { checkBooking } from './checkBooking.ts';
import { find } from './find.ts';
import { sfManifest } from './manifest.ts';
import { recognise } from './recognise.ts';
import { testAccount } from './testAccount.ts';
import { track } from './track.ts';
import { voidBooking } from './voidBooking.ts';

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
