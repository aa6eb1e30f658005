import type { ReachAnswer } from '../../../shared/domain/addressKnowledge.ts';
import type { PostalAddress } from '../../../shared/domain/party.ts';

const abroad = /^(?:香港|澳门|台湾)/u;
const farAway = /^(?:新疆|西藏|青海)/u;

/** The practice network: the mainland, far provinces as remote, nothing beyond the border. */
export function practiceReach({ province }: PostalAddress): ReachAnswer {
  if (abroad.test(province)) return 'not-reachable';
  return farAway.test(province) ? 'remote' : 'reachable';
}
