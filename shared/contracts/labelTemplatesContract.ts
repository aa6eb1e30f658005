import { z } from 'zod';
import { templateLimits, templateProblems, templateSizes } from '../domain/labelTemplate.ts';
import { internal, open } from './fieldClass.ts';
import { labelTemplateContentSchema } from './labelTemplateSchema.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema, versionSchema } from './windowSchema.ts';

const nameSchema = internal(z.string().trim().min(1).max(40));
const sizeSchema = open(z.enum(templateSizes));

const templateRow = z.object({
  id: idSchema,
  name: nameSchema,
  size: sizeSchema,
  /** Number of the newest version, from 1. */
  version: versionSchema,
  /** New labels of this size are printed with it, unless a rule chooses another. */
  isDefault: open(z.boolean()),
  updatedAt: timeSchema,
});

export type LabelTemplateRow = z.infer<typeof templateRow>;

const templateDetail = templateRow.extend({
  /** Which version the content is; the newest unless another was asked for. */
  shownVersion: versionSchema,
  content: labelTemplateContentSchema,
});

export type LabelTemplateDetail = z.infer<typeof templateDetail>;

const versionRow = z.object({
  version: versionSchema,
  savedAt: timeSchema,
  elements: countSchema,
  /** Not null: this version says again what an older one said. */
  backTo: open(z.number().int().nullable()),
});

const logoRow = z.object({
  id: idSchema,
  name: nameSchema,
  widthDots: countSchema,
  heightDots: countSchema,
  bitsBase64: internal(z.string()),
  createdAt: timeSchema,
});

export type LabelLogoRow = z.infer<typeof logoRow>;

const bitmap = z.object({
  widthDots: countSchema,
  heightDots: countSchema,
  bytesPerRow: countSchema,
  bitsBase64: internal(z.string()),
});

const dotsBox = z.object({
  left: countSchema,
  top: countSchema,
  width: countSchema,
  height: countSchema,
});

const logoBits = internal(
  z
    .string()
    .max(Math.ceil((templateLimits.logoSideDots * Math.ceil(templateLimits.logoSideDots / 8) * 4) / 3) + 4),
);

/** The merchant area as data: named, versioned, with a preview that is the very bitmap. */
export const labelTemplatesContract = {
  list: procedure.output(z.array(templateRow)),
  /** The merchant area of each size: tenths of a millimetre, and where it lies on the label. */
  areas: procedure.output(
    z.array(
      z.object({
        size: sizeSchema,
        labelWidthTenthMm: countSchema,
        labelHeightTenthMm: countSchema,
        leftTenthMm: countSchema,
        topTenthMm: countSchema,
        widthTenthMm: countSchema,
        heightTenthMm: countSchema,
      }),
    ),
  ),
  /** What a new template of a size starts from: the standard layout as elements. */
  starter: procedure.input(z.object({ size: sizeSchema })).output(labelTemplateContentSchema),
  get: procedure
    .input(z.object({ templateId: idSchema, version: versionSchema.optional() }))
    .output(templateDetail),
  versions: procedure.input(z.object({ templateId: idSchema })).output(z.array(versionRow)),
  /** A new template (`templateId` null) or a new version of one; `baseVersion` is the version that was edited. */
  save: procedure
    .input(
      z.object({
        templateId: idSchema.nullable(),
        baseVersion: versionSchema,
        name: nameSchema,
        content: labelTemplateContentSchema,
      }),
    )
    .output(templateDetail),
  /** What an older version said becomes the newest version; nothing is lost. */
  goBack: procedure
    .input(z.object({ templateId: idSchema, version: versionSchema, baseVersion: versionSchema }))
    .output(templateDetail),
  /** Labels printed with it keep it; it is offered no more. */
  remove: procedure.input(z.object({ templateId: idSchema })).output(z.array(templateRow)),
  /** null: the standard layout again. */
  setDefault: procedure
    .input(z.object({ size: sizeSchema, templateId: idSchema.nullable() }))
    .output(z.array(templateRow)),
  /** A draft as it would be printed, without saving it. `orderId`: with a booked order; else with a sample. */
  preview: procedure
    .input(
      z.object({
        content: labelTemplateContentSchema,
        dpi: open(z.union([z.literal(203), z.literal(300)])),
        sample: open(z.enum(['ordinary', 'long', 'bare', 'cod'])),
        orderId: idSchema.optional(),
      }),
    )
    .output(
      z.object({
        /** The whole label. */
        bitmap,
        /** The merchant area on it, dots. */
        area: dotsBox,
        /** Only of elements that are shown with this sample. */
        problems: z.array(z.object({ elementId: open(z.string()), problem: open(z.enum(templateProblems)) })),
        /** Elements whose condition hides them with this sample. */
        hidden: z.array(open(z.string())),
      }),
    ),
  logos: procedure.output(z.array(logoRow)),
  /** Black and white already, one bit a dot, rows padded to bytes, 1 prints. */
  addLogo: procedure
    .input(
      z.object({
        name: nameSchema,
        widthDots: open(z.number().int().min(1).max(templateLimits.logoSideDots)),
        heightDots: open(z.number().int().min(1).max(templateLimits.logoSideDots)),
        bitsBase64: logoBits,
      }),
    )
    .output(logoRow),
  /** Labels that show it keep it; it is offered no more. */
  removeLogo: procedure.input(z.object({ logoId: idSchema })).output(z.array(logoRow)),
};
