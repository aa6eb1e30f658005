import type { GreyArm } from './bookingRule.ts';
import type { LabelTemplateRef, TemplateSize } from './labelTemplate.ts';

/**
 * A share of the new labels of one size is printed with another template, or another version of one, to compare the two.
 * Both ways are fixed versions: what is saved while it runs changes neither. One a size at a time.
 */
export interface LabelTrial {
  readonly id: string;
  readonly size: TemplateSize;
  /** null: the standard layout. */
  readonly old: LabelTemplateRef | null;
  readonly new: LabelTemplateRef;
  /** 0..100; 0 and 100 hold at any time. */
  readonly percent: number;
  /** UTC ms; outside of both every label is printed the old way. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** `all-old` and `all-new`: 0 and 100 %. `over`: its time is up, nobody said yet which way stays. */
export const labelTrialStates = ['planned', 'running', 'over', 'all-old', 'all-new', 'ended'] as const;
export type LabelTrialState = (typeof labelTrialStates)[number];

/** How a label was printed. */
export interface PrintedTemplate {
  /** null: the standard layout. */
  readonly ref: LabelTemplateRef | null;
  /** Of a trial it counts for; null: none ran. */
  readonly trial: { readonly id: string; readonly arm: GreyArm } | null;
}
