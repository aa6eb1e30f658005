import { z } from 'zod';
import { templateSizes } from '../domain/labelTemplate.ts';
import { labelTrialStates } from '../domain/labelTrial.ts';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema, versionSchema } from './windowSchema.ts';

const sizeSchema = open(z.enum(templateSizes));
const percentSchema = open(z.number().int().min(0).max(100));

/** One of the two ways; an empty id is the standard layout. */
const way = z.object({
  templateId: internal(z.string()),
  name: internal(z.string()),
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
  endedAt: open(z.number().int().nullable()),
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
  p50Ms: open(z.number().int()).nullable(),
  p95Ms: open(z.number().int()).nullable(),
  /** From the first byte to the scan off the paper; null: none was scanned. */
  scanP50Ms: open(z.number().int()).nullable(),
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
export const labelTrialsContract = {
  /** Those that are open, then the last that ended. */
  list: procedure.output(z.array(trialView)),
  /**
   * Tries a template in its newest version against the default of its size; the default itself is tried against its
   * version before. Refused while another trial of that size is open.
   */
  start: procedure
    .input(
      z.object({
        templateId: idSchema,
        percent: percentSchema,
        /** Absent: now. */
        startsAt: timeSchema.optional(),
        endsAt: timeSchema,
      }),
    )
    .output(trialView),
  /** A share may grow and shrink; an order that is in at 10 % is in at 20 %. */
  setShare: procedure
    .input(z.object({ trialId: idSchema, percent: percentSchema, version: versionSchema }))
    .output(trialView),
  /** Which way stays. `new`: it becomes the default of its size. Labels printed meanwhile keep theirs. */
  end: procedure
    .input(z.object({ trialId: idSchema, keep: open(z.enum(['old', 'new'])), version: versionSchema }))
    .output(trialView),
  comparison: procedure.input(z.object({ trialId: idSchema })).output(comparison),
};
