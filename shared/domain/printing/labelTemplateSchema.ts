import { z } from 'zod';
import { idSchema, inputText, open } from '../fields.ts';
import { labelVariables, templateLimits, templateSizes } from './labelTemplate.ts';

/** Tenths of a millimetre on a label: no medium is longer than 300 mm. */
const tenthMm = open(z.number().int().min(0).max(3_000));
const extent = open(z.number().int().min(1).max(3_000));
const variable = open(z.enum(labelVariables));
const text = inputText(templateLimits.textLength);

/** When an element is drawn. Cash on delivery is `filled` of `codAmount`. */
const condition = z.discriminatedUnion('when', [
  z.object({ when: open(z.literal('always')) }),
  z.object({ when: open(z.enum(['filled', 'empty'])), variable }),
  z.object({ when: open(z.enum(['is', 'is-not'])), variable, value: text }),
]);

/** Tenths of a millimetre from the top left corner of the merchant area. */
const placed = {
  /** Unique within a template; stable while it is edited. */
  id: open(z.string().min(1).max(40)),
  left: tenthMm,
  top: tenthMm,
  width: extent,
  height: extent,
  condition,
};

const style = z.object({
  /** Height of a character at most; a text that does not fit is set smaller, down to 2 mm. */
  fontTenthMm: open(z.number().int().min(15).max(300)),
  isBold: open(z.boolean()),
  align: open(z.enum(['left', 'center', 'right'])),
  vertical: open(z.enum(['top', 'middle'])),
  /** White letters on a black box. */
  isInverted: open(z.boolean()),
});

/** What a barcode or QR code carries: one variable, or a fixed text (printable ASCII). */
const source = z.discriminatedUnion('kind', [
  z.object({ kind: open(z.literal('variable')), variable }),
  z.object({ kind: open(z.literal('text')), text }),
]);

const element = z.discriminatedUnion('kind', [
  z.object({ ...placed, kind: open(z.literal('text')), text, style }),
  /** Nothing is drawn, `before` and `after` neither, while the variable is empty. */
  z.object({
    ...placed,
    kind: open(z.literal('variable')),
    variable,
    before: text,
    after: text,
    style,
  }),
  /** A black bar as large as the element. */
  z.object({ ...placed, kind: open(z.literal('line')) }),
  z.object({
    ...placed,
    kind: open(z.literal('box')),
    strokeTenthMm: open(z.number().int().min(1).max(50)),
  }),
  /** Scaled to fit, its proportions kept, in the middle of the element. */
  z.object({ ...placed, kind: open(z.literal('image')), logoId: idSchema }),
  /** Code 128; with `showsText` its content is below the bars. */
  z.object({ ...placed, kind: open(z.literal('barcode')), source, showsText: open(z.boolean()) }),
  z.object({ ...placed, kind: open(z.literal('qr')), source }),
]);

/** One version of a template, as it travels and as it is in the store: drawn in the order of the list, element ids are unique. */
export const labelTemplateContentSchema = z
  .object({
    size: open(z.enum(templateSizes)),
    elements: z.array(element).max(templateLimits.elements),
  })
  .refine(({ elements }) => new Set(elements.map(({ id }) => id)).size === elements.length, {
    path: ['elements'],
    message: 'element ids repeat',
  });
