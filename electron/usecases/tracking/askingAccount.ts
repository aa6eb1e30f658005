import { isEmbedded } from '../../carriers/index.ts';
import { type CarrierPlatform, platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Account } from '../../store/schema.ts';

/**
 * The account that asks about a number none of them has booked: one that knows many carriers before the carrier's own, a real one before
 * practice. undefined: none can.
 */
export function askingAccount(
  accounts: readonly Account[],
  platforms: readonly CarrierPlatform[],
  carrier: string,
): Account | undefined {
  const rank = ({ platform }: Account): number => {
    const only = platformById(platforms, platform)?.manifest.onlyCarrier;
    if (only !== undefined && only !== carrier) return -1;
    return isEmbedded(platform) ? 0 : only === undefined ? 2 : 1;
  };
  const able = accounts.filter((account) => rank(account) >= 0);
  return able.sort((one, other) => rank(other) - rank(one))[0];
}
