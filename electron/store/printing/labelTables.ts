import type { GreyArm } from '../../../shared/domain/bookingRule.ts';
import type { TemplateSize } from '../../../shared/domain/labelTemplate.ts';

/** A named merchant area; what it says lies in its versions. */
export interface LabelTemplate {
  readonly id: string;
  readonly name: string;
  readonly size: TemplateSize;
  /** Of the newest version; a save names the one it saw. */
  readonly version: number;
  /** 1: new labels of this size are printed with it. */
  readonly isDefault: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** null: in use. */
  readonly removedAt: number | null;
}

export interface LabelTemplateVersion {
  readonly templateId: string;
  readonly version: number;
  readonly contentJson: string;
  /** The older version this one says again. */
  readonly backTo: number | null;
  readonly savedAt: number;
}

/** A picture for templates, black and white. */
export interface LabelLogo {
  readonly id: string;
  readonly name: string;
  readonly widthDots: number;
  readonly heightDots: number;
  bitsBase64: string;
  readonly createdAt: number;
  readonly removedAt: number | null;
}

/** A share of the labels of one size is printed another way for a while. */
export interface StoredLabelTrial {
  readonly id: string;
  readonly size: TemplateSize;
  /** Empty: the standard layout. */
  readonly oldTemplateId: string;
  readonly oldVersion: number;
  readonly newTemplateId: string;
  readonly newVersion: number;
  readonly percent: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly version: number;
  readonly createdAt: number;
  /** null: open; at most one of a size is. */
  readonly endedAt: number | null;
  readonly kept: '' | 'old' | 'new';
}

/** How a label was printed; none for one in the standard layout outside of a trial. */
export interface PrintTemplate {
  readonly jobId: string;
  readonly shipmentId: string;
  /** Empty: the standard layout. */
  readonly templateId: string;
  readonly templateVersion: number;
  /** The trial it counts for; empty: none. */
  readonly trialId: string;
  readonly arm: GreyArm | '';
}
