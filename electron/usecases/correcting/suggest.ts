import {
  type Suggestion,
  type SuggestionOrigin,
  suggestionOrigins,
} from '../../../shared/domain/addressKnowledge.ts';
import { type Party, partyOf } from '../../../shared/domain/party.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { LearnedWithUses } from '../../store/correcting/learnedRepository.ts';
import type { Order } from '../../store/schema.ts';
import { receiverOf, receiverTextOf } from '../orders/order.ts';
import { orderById } from '../orders/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { comparableText, memoryKeysOf, receiverKeyOf } from './memoryKeys.ts';

/** More would not be read by anyone. */
const suggestionLimit = 5;

/** What earlier corrections offer for one order, best first. Nothing is changed. */
export async function suggestReceivers(
  { store }: Workspace,
  orderId: string,
): Promise<Outcome<Suggestion[]>> {
  const found = await orderById(store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const keys = memoryKeysOf(order);
  const offered: Suggestion[] = [];
  for (const learned of await store.read.learned.matching(keys)) {
    if (learned.textKey === keys.textKey) {
      offered.push(suggestion(learned, 'exact-address', partyOf(learned)));
    } else if (learned.addressKey !== '' && learned.addressKey === keys.addressKey) {
      offered.push(suggestion(learned, 'exact-address', withOwnContact(order, partyOf(learned))));
    } else if (isSamePerson(order, learned)) {
      offered.push(suggestion(learned, 'same-recipient', partyOf(learned)));
    }
  }
  for (const learned of await store.read.learned.spellings(order.source, order.shop)) {
    if (explains(order, learned))
      offered.push(suggestion(learned, 'shop-spelling', inRegion(order, learned)));
  }
  return done(bestOf(offered));
}

function suggestion(learned: LearnedWithUses, origin: SuggestionOrigin, receiver: Party): Suggestion {
  return {
    id: learned.id,
    origin,
    receiver,
    written: learned.written,
    learnedAt: learned.learnedAt,
    usedCount: Math.max(0, learned.uses - 1),
  };
}

/** The same place for another person: who gets it is this order's to say. */
function withOwnContact(order: Order, place: Party): Party {
  const { name, phone, extension } = receiverOf(order);
  return phone === '' ? { ...place, name: name || place.name } : { ...place, name, phone, extension };
}

/** The shop's word stands in this order too, and nothing known of the place speaks against what it meant. */
function explains(order: Order, learned: LearnedWithUses): boolean {
  const isNews = order.district !== learned.district || order.city !== learned.city;
  return (
    isNews &&
    order.detail !== '' &&
    comparableText(receiverTextOf(order)).includes(comparableText(learned.written)) &&
    agrees(order.province, learned.province) &&
    agrees(order.city, learned.city)
  );
}

/** The order's own receiver in the region the word stands for; nothing that was written is taken away. */
function inRegion(order: Order, { province, city, district }: LearnedWithUses): Party {
  return { ...receiverOf(order), province, city, district };
}

function agrees(mine: string, theirs: string): boolean {
  return mine === '' || theirs === '' || mine === theirs;
}

/** Same phone and, where both are known, same name; and nothing that is known of the place speaks against it. */
function isSamePerson(order: Order, learned: LearnedWithUses): boolean {
  return (
    agrees(order.receiverName, learned.name) &&
    agrees(order.province, learned.province) &&
    agrees(order.city, learned.city) &&
    agrees(order.district, learned.district)
  );
}

/** Origin first, then how often it served, then the newest; each receiver once. */
function bestOf(offered: readonly Suggestion[]): Suggestion[] {
  const rank = (of: Suggestion) => suggestionOrigins.indexOf(of.origin);
  const sorted = [...offered].sort(
    (left, right) =>
      rank(left) - rank(right) || right.usedCount - left.usedCount || right.learnedAt - left.learnedAt,
  );
  const seen = new Set<string>();
  return sorted
    .filter(({ receiver }) => {
      const key = receiverKeyOf(receiver);
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, suggestionLimit);
}
