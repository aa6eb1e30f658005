import { kdniaoPlatform } from './kdniao/kdniaoPlatform.ts';
import { type CarrierPlatform, platformById } from './kit/carrierPlatform.ts';
import { kuaidi100Platform } from './kuaidi100/kuaidi100Platform.ts';
import { practicePlatform } from './practice/practicePlatform.ts';
import { sfPlatform } from './sf/sfPlatform.ts';

/** Every platform of the product. A new one is a folder here and one line in this list. */
export const platforms: readonly CarrierPlatform[] = [
  practicePlatform,
  kdniaoPlatform,
  kuaidi100Platform,
  sfPlatform,
];

/** The platform of that id, null when there is none. */
export function findPlatform(id: string): CarrierPlatform | null {
  return platformById(platforms, id) ?? null;
}

/** Whether what was booked there is practice: its numbers are no carrier's, and nobody is ever asked about them. */
export function isEmbedded(id: string): boolean {
  return findPlatform(id)?.manifest.isEmbedded === true;
}

/** The platform inside the program. */
export const embeddedPlatform = platforms.find(({ manifest }) => manifest.isEmbedded) ?? practicePlatform;
