import type { PlatformManifest } from './carrierPlatform.ts';

/** Requests a second of one interface group; what a manifest leaves out follows the nearest group. */
export function rateOf(
  { ratePerSecond }: Pick<PlatformManifest, 'ratePerSecond'>,
  group: 'book' | 'track' | 'ask' | 'pickup',
): number {
  switch (group) {
    case 'ask':
      return ratePerSecond.ask ?? ratePerSecond.track;
    case 'pickup':
      return ratePerSecond.pickup ?? ratePerSecond.book;
    default:
      return ratePerSecond[group];
  }
}
