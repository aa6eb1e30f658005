import {
  type LabelTemplateContent,
  type TemplateSize,
  templateSizes,
} from '../../../../shared/domain/labelTemplate.ts';
import { labelMedia } from '../../../labels/layout/labelMedia.ts';
import { merchantArea } from '../../../labels/layout/merchantArea.ts';
import { starterTemplate } from '../../../labels/template/starterTemplate.ts';

/** The merchant area of each size and where it lies on the label. */
export const templateAreas = templateSizes.map((size) => ({
  size,
  labelWidthTenthMm: labelMedia[size].widthMm * 10,
  labelHeightTenthMm: labelMedia[size].heightMm * 10,
  ...merchantArea(size),
}));

/** What a new template of a size starts from. */
export function newTemplateContent(size: TemplateSize): LabelTemplateContent {
  return starterTemplate(size);
}
