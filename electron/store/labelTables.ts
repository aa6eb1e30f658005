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
