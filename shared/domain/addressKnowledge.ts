import { keysOf } from '../rules/typedRecord.ts';
import type { Party } from './party.ts';

/** What a person's corrections taught: one receiver for one text, or what a merchant's own word for a place means. */
export const learnedKinds = ['address', 'spelling'] as const;
export type LearnedKind = (typeof learnedKinds)[number];

/**
 * Where a suggestion comes from, best first: the same text was accepted before · the same person got a parcel before ·
 * this shop writes this word for that place.
 */
export const suggestionOrigins = ['exact-address', 'same-recipient', 'shop-spelling'] as const;
export type SuggestionOrigin = (typeof suggestionOrigins)[number];

/** A receiver that earlier corrections offer for an order; only a person takes it. */
export interface Suggestion {
  readonly id: string;
  readonly origin: SuggestionOrigin;
  readonly receiver: Party;
  /** The merchant's word that was understood, empty unless the origin is `shop-spelling`. */
  readonly written: string;
  readonly learnedAt: number;
  /** Orders it has served besides the first. */
  readonly usedCount: number;
}

/** `remote`: goes there, later or dearer. `unknown`: asked, and the answer said neither. */
export const reachAnswers = ['reachable', 'not-reachable', 'remote', 'unknown'] as const;
export type ReachAnswer = (typeof reachAnswers)[number];

export const reachSources = ['own-list', 'platform'] as const;
export type ReachSource = (typeof reachSources)[number];

/** What is known about whether a carrier goes to an address, and how old that is. */
export interface ReachHint {
  /** Empty: every carrier (own list), or whichever the platform sends (platform). */
  readonly carrier: string;
  readonly answer: ReachAnswer;
  readonly source: ReachSource;
  /** Account that was asked, empty for the own list. */
  readonly accountName: string;
  /** When it was asked, or written into the own list; UTC ms. */
  readonly checkedAt: number;
  /** The entry of the own list, as `新疆维吾尔自治区` or `“部队”`; empty for a platform, which was asked about the order's own address. */
  readonly place: string;
  /** The merchant's reason, empty for a platform. */
  readonly reason: string;
}

/** A place the merchant does not send to. Empty fields stand for every value. */
export interface NoShipPlace {
  readonly carrier: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly town: string;
  /** Must be in town or detail. */
  readonly word: string;
}

/** Characters of what is said of such a place, at most. */
export const noShipLengths = {
  carrier: 20,
  province: 30,
  city: 30,
  district: 30,
  town: 40,
  word: 40,
  reason: 100,
} as const;
export const noShipFields: readonly (keyof typeof noShipLengths)[] = keysOf(noShipLengths);

export interface NoShipEntry extends NoShipPlace {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: number;
}
