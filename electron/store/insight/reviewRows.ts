import type { ReviewKind } from '../../../shared/domain/insight/review.ts';

/** A time that is over, as it was seen once it was. */
export interface StoredReview {
  readonly kind: ReviewKind;
  /** UTC ms: its first midnight in the shop. */
  readonly fromAt: number;
  readonly madeAt: number;
  readonly reviewJson: string;
}

export interface ReviewTables {
  readonly reviews: StoredReview;
}
