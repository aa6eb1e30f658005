import { kdniaoPlatform } from './kdniao/kdniaoPlatform.ts';
import type { CarrierPlatform } from './kit/carrierPlatform.ts';
import { practicePlatform } from './practice/practicePlatform.ts';

/** Every platform of the product. A new one is a folder here and one line in this list. */
export const platforms: readonly CarrierPlatform[] = [practicePlatform, kdniaoPlatform];

/** The platform of that id (`practice`, `kdniao` …), null when there is none. */
export function findPlatform(id: string): CarrierPlatform | null {
  return platforms.find((platform) => platform.manifest.id === id) ?? null;
}
