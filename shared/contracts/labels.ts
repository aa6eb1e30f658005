import { z } from 'zod';
import {
  base64Text,
  bitmapShape,
  countSchema,
  dpiSchema,
  idSchema,
  inputText,
  open,
  outputText,
  timeOrNull,
  timeSchema,
  trimmedText,
  versionSchema,
  wholeOrNull,
} from '../domain/fields.ts';
import {
  labelTrialStates,
  templateLimits,
  templateProblems,
  templateSizes,
} from '../domain/printing/labelTemplate.ts';
import { labelTemplateContentSchema } from '../domain/printing/labelTemplateSchema.ts';
import { procedure } from './procedure.ts';

const nameSchema = trimmedText(40);
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
  /** Of the newest version, unless another was asked for. */
  content: labelTemplateContentSchema,
});

export type LabelTemplateDetail = z.infer<typeof templateDetail>;

const versionRow = z.object({
  version: versionSchema,
  savedAt: timeSchema,
  elements: countSchema,
  /** Not null: this version says again what an older one said. */
  backTo: wholeOrNull,
});

const logoRow = z.object({
  id: idSchema,
  name: nameSchema,
  widthDots: countSchema,
  heightDots: countSchema,
  bitsBase64: base64Text(8_000_000),
  createdAt: timeSchema,
});

export type LabelLogoRow = z.infer<typeof logoRow>;

const dotsBox = z.object({
  left: countSchema,
  top: countSchema,
  width: countSchema,
  height: countSchema,
});

const logoBits = inputText(
  Math.ceil((templateLimits.logoSideDots * Math.ceil(templateLimits.logoSideDots / 8) * 4) / 3) + 4,
);

/** The merchant area as data: named, versioned, with a preview that is the very bitmap. */
const labelTemplatesContract = {
  list: procedure('seeWork').output(z.array(templateRow)),
  /** The merchant area of each size: tenths of a millimetre, and where it is on the label. */
  areas: procedure('seeWork').output(
    z.array(
      z.object({
        size: sizeSchema,
        leftTenthMm: countSchema,
        topTenthMm: countSchema,
        widthTenthMm: countSchema,
        heightTenthMm: countSchema,
      }),
    ),
  ),
  /** What a new template of a size starts from: the standard layout as elements. */
  starter: procedure('seeWork').input({ size: sizeSchema }).output(labelTemplateContentSchema),
  get: procedure('seeWork')
    .input({ templateId: idSchema, version: versionSchema.optional() })
    .output(templateDetail),
  versions: procedure('seeWork').input({ templateId: idSchema }).output(z.array(versionRow)),
  /** A new template (`templateId` null) or a new version of one; `baseVersion` is the version that was edited. */
  save: procedure('changeRules')
    .input({
      templateId: idSchema.nullable(),
      baseVersion: versionSchema,
      name: nameSchema,
      content: labelTemplateContentSchema,
    })
    .output(templateDetail),
  /** What an older version said becomes the newest version; nothing is lost. */
  goBack: procedure('changeRules')
    .input({ templateId: idSchema, version: versionSchema, baseVersion: versionSchema })
    .output(templateDetail),
  /** Labels printed with it keep it; it is offered no more. */
  remove: procedure('changeRules').input({ templateId: idSchema }).output(z.array(templateRow)),
  /** null: the standard layout again. */
  setDefault: procedure('changeRules')
    .input({ size: sizeSchema, templateId: idSchema.nullable() })
    .output(z.array(templateRow)),
  /** A draft as it would be printed, without saving it. `orderId`: with a booked order; else with a sample. */
  preview: procedure('seeWork')
    .input({
      content: labelTemplateContentSchema,
      dpi: dpiSchema,
      sample: open(z.enum(['ordinary', 'long', 'bare', 'cod'])),
      orderId: idSchema.optional(),
    })
    .output({
      /** The whole label. */
      bitmap: z.object(bitmapShape),
      /** The merchant area on it, dots. */
      area: dotsBox,
      /** Only of elements that are shown with this sample. */
      problems: z.array(z.object({ elementId: open(z.string()), problem: open(z.enum(templateProblems)) })),
      /** Elements whose condition hides them with this sample. */
      hidden: z.array(open(z.string())),
    }),
  logos: procedure('seeWork').output(z.array(logoRow)),
  /** Black and white already, one bit a dot, rows padded to bytes, 1 prints. */
  addLogo: procedure('changeRules')
    .input({
      name: nameSchema,
      widthDots: open(z.number().int().min(1).max(templateLimits.logoSideDots)),
      heightDots: open(z.number().int().min(1).max(templateLimits.logoSideDots)),
      bitsBase64: logoBits,
    })
    .output(logoRow),
  /** Labels that show it keep it; it is offered no more. */
  removeLogo: procedure('changeRules').input({ logoId: idSchema }).output(z.array(logoRow)),
};

const percentSchema = open(z.number().int().min(0).max(100));

/** One of the two ways; an empty id is the standard layout. */
const way = z.object({
  templateId: outputText(64),
  name: outputText(100),
  version: versionSchema,
});

const trialView = z.object({
  id: idSchema,
  size: sizeSchema,
  old: way,
  new: way,
  percent: percentSchema,
  startsAt: timeSchema,
  endsAt: timeSchema,
  state: open(z.enum(labelTrialStates)),
  /** Named back when it is changed. */
  version: versionSchema,
  endedAt: timeOrNull,
  /** Of an ended one: which way stayed. */
  kept: open(z.enum(['', 'old', 'new'])),
});

export type LabelTrialView = z.infer<typeof trialView>;

const arm = z.object({
  /** Parcels, not sheets. */
  labels: countSchema,
  printed: countSchema,
  failed: countSchema,
  unsure: countSchema,
  /** Printed once more for a reason somebody gave. */
  reprinted: countSchema,
  scanned: countSchema,
  /** From the first byte to "taken by the printer"; null: none has one. */
  p50Ms: wholeOrNull,
  p95Ms: wholeOrNull,
  /** From the first byte to the scan off the paper; null: none was scanned. */
  scanP50Ms: wholeOrNull,
});

export type LabelArmFigures = z.infer<typeof arm>;

/** `few`: the sample is too small to tell. */
const verdict = open(z.enum(['few', 'alike', 'better', 'worse']));

const comparison = z.object({
  trialId: idSchema,
  old: arm,
  new: arm,
  /** Of the new way. */
  verdicts: z.object({
    failed: verdict,
    unsure: verdict,
    reprinted: verdict,
    time: verdict,
    scanTime: verdict,
  }),
});

export type LabelTrialComparison = z.infer<typeof comparison>;

/** Templates on trial: a share of the labels of a size, compared with how they were printed so far. */
const labelTrialsContract = {
  /** Those that are open, then the last that ended. */
  list: procedure('seeWork').output(z.array(trialView)),
  /**
   * Tries a template in its newest version against the default of its size; the default itself is tried against its
   * version before. Refused while another trial of that size is open.
   */
  start: procedure('changeRules')
    .input({
      templateId: idSchema,
      percent: percentSchema,
      /** Absent: now. */
      startsAt: timeSchema.optional(),
      endsAt: timeSchema,
    })
    .output(trialView),
  /** A share may grow and shrink; an order that is in at 10 % is in at 20 %. */
  setShare: procedure('changeRules')
    .input({ trialId: idSchema, percent: percentSchema, version: versionSchema })
    .output(trialView),
  /** Which way stays. `new`: it becomes the default of its size. Labels printed meanwhile keep theirs. */
  end: procedure('changeRules')
    .input({ trialId: idSchema, keep: open(z.enum(['old', 'new'])), version: versionSchema })
    .output(trialView),
  comparison: procedure('seeWork').input({ trialId: idSchema }).output(comparison),
};

export const labelsContracts = { labelTemplates: labelTemplatesContract, labelTrials: labelTrialsContract };
