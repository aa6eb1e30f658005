import { z } from 'zod';
import {
  type LabelTemplateContent,
  labelVariables,
  type TemplateElement,
  templateLimits,
  templateSizes,
} from '../domain/labelTemplate.ts';
import { idSchema, internal, open } from './fields.ts';

/** Tenths of a millimetre on a label: no medium is longer than 300 mm. */
const tenthMm = open(z.number().int().min(0).max(3_000));
const extent = open(z.number().int().min(1).max(3_000));
const variable = open(z.enum(labelVariables));
const text = internal(z.string().max(templateLimits.textLength));

const condition = z.discriminatedUnion('when', [
  z.object({ when: open(z.literal('always')) }),
  z.object({ when: open(z.enum(['filled', 'empty'])), variable }),
  z.object({ when: open(z.enum(['is', 'is-not'])), variable, value: text }),
]);

const placed = {
  id: open(z.string().min(1).max(40)),
  left: tenthMm,
  top: tenthMm,
  width: extent,
  height: extent,
  condition,
};

const style = z.object({
  fontTenthMm: open(z.number().int().min(15).max(300)),
  isBold: open(z.boolean()),
  align: open(z.enum(['left', 'center', 'right'])),
  vertical: open(z.enum(['top', 'middle'])),
  isInverted: open(z.boolean()),
});

const source = z.discriminatedUnion('kind', [
  z.object({ kind: open(z.literal('variable')), variable }),
  z.object({ kind: open(z.literal('text')), text }),
]);

const element: z.ZodType<TemplateElement> = z.discriminatedUnion('kind', [
  z.object({ ...placed, kind: open(z.literal('text')), text, style }),
  z.object({
    ...placed,
    kind: open(z.literal('variable')),
    variable,
    before: text,
    after: text,
    style,
  }),
  z.object({ ...placed, kind: open(z.literal('line')) }),
  z.object({
    ...placed,
    kind: open(z.literal('box')),
    strokeTenthMm: open(z.number().int().min(1).max(50)),
  }),
  z.object({ ...placed, kind: open(z.literal('image')), logoId: idSchema }),
  z.object({ ...placed, kind: open(z.literal('barcode')), source, showsText: open(z.boolean()) }),
  z.object({ ...placed, kind: open(z.literal('qr')), source }),
]);

/** A template as it travels and as it lies in the store; element ids are unique. */
export const labelTemplateContentSchema: z.ZodType<LabelTemplateContent> = z
  .object({
    size: open(z.enum(templateSizes)),
    elements: z.array(element).max(templateLimits.elements),
  })
  .refine(({ elements }) => new Set(elements.map(({ id }) => id)).size === elements.length, {
    path: ['elements'],
    message: 'element ids repeat',
  });
