import type { LearnedKind, NoShipEntry, ReachAnswer } from '../../../shared/domain/addressKnowledge.ts';
import type { Party } from '../../../shared/domain/party.ts';

/** One thing a person's acceptance taught. Texts are kept as digests only; what they were taken for is kept whole. */
export interface LearnedThing extends Party {
  readonly id: string;
  readonly kind: LearnedKind;
  /** Where a spelling holds; empty for an address. */
  readonly source: string;
  readonly shop: string;
  /** Digest of the whole receiver text, or of source, shop and word. */
  readonly textKey: string;
  /** Digest of the address part alone; empty for a spelling. */
  readonly addressKey: string;
  /** Digest of phone and extension of the accepted receiver; empty for a spelling. */
  readonly contactKey: string;
  /** Digest of what was accepted: the same text may have been taken for two receivers. */
  readonly valueKey: string;
  /** 1: the text itself holds the accepted phone, so that the same text is the same person. */
  readonly mayLift: number;
  readonly written: string;
  readonly learnedAt: number;
  /** null: in use. */
  readonly forgottenAt: number | null;
}

/** Orders behind a learned thing: those that taught it, and those it sent on automatically at an import. */
export interface LearnedLink {
  readonly learnedId: string;
  readonly orderId: string;
  readonly role: 'taught' | 'lifted';
  readonly at: number;
}

/** Earlier answers of platforms about one address; a newer answer replaces the older. */
export interface StoredReachAnswer {
  readonly accountId: string;
  readonly carrier: string;
  /** Digest of province to detail. */
  readonly placeKey: string;
  readonly answer: ReachAnswer;
  readonly checkedAt: number;
}

export interface CorrectingTables {
  readonly learned: LearnedThing;
  readonly learnedLinks: LearnedLink;
  readonly noShip: NoShipEntry;
  readonly reachAnswers: StoredReachAnswer;
}
