import { kdniaoPlatform } from './kdniao/kdniaoPlatform.ts';
import type { CarrierPlatform } from './kit/carrierPlatform.ts';
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

/** The platform of that id (`practice`, `kdniao` …), null when there is none. */
export function findPlatform(id: string): CarrierPlatform | null {
  return platforms.find((platform) => platform.manifest.id === id) ?? null;
}
