import type { GreyArm } from '../../shared/domain/bookingRule.ts';
import type { TemplateSize } from '../../shared/domain/labelTemplate.ts';

/** A named merchant area; what it says lies in its versions. */
export interface LabelTemplatesTable {
  id: string;
  name: string;
  size: TemplateSize;
  /** Of the newest version; a save names the one it saw. */
  version: number;
  /** 1: new labels of this size are printed with it. */
  is_default: number;
  created_at: number;
  updated_at: number;
  /** null: in use. */
  removed_at: number | null;
}

export interface LabelTemplateVersionsTable {
  template_id: string;
  version: number;
  content_json: string;
  /** The older version this one says again. */
  back_to: number | null;
  saved_at: number;
}

/** A picture for templates, black and white. */
export interface LabelLogosTable {
  id: string;
  name: string;
  width_dots: number;
  height_dots: number;
  bits_base64: string;
  created_at: number;
  removed_at: number | null;
}

/** A share of the labels of one size is printed another way for a while. */
export interface LabelTrialsTable {
  id: string;
  size: TemplateSize;
  /** Empty: the standard layout. */
  old_template_id: string;
  old_version: number;
  new_template_id: string;
  new_version: number;
  percent: number;
  starts_at: number;
  ends_at: number;
  version: number;
  created_at: number;
  /** null: open; at most one of a size is. */
  ended_at: number | null;
  kept: '' | 'old' | 'new';
}

/** How a label was printed; none for one in the standard layout outside of a trial. */
export interface PrintTemplatesTable {
  job_id: string;
  shipment_id: string;
  /** Empty: the standard layout. */
  template_id: string;
  template_version: number;
  /** The trial it counts for; empty: none. */
  trial_id: string;
  arm: GreyArm | '';
}
