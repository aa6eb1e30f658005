import { z } from 'zod';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, timeSchema } from './windowSchema.ts';

const setting = z.object({
  folder: internal(z.string().min(1).max(4096)),
  /** Profile id, empty: recognise. */
  profile: open(z.string().max(40)),
  action: open(z.enum(['import', 'ship'])),
});

const watchView = z.object({
  /** null: off. */
  setting: setting.nullable(),
  /** Why the last look at the folder failed, empty when it did not. */
  code: open(z.string()),
  lookedAt: open(z.number().int().nullable()),
  /** Files that still grow or are held by another program. */
  waiting: countSchema,
  failed: countSchema,
  /** The last files, newest first. */
  files: z.array(
    z.object({
      file: internal(z.string()),
      /** `seen`: failed, and a person has seen it. */
      state: open(z.enum(['taken', 'failed', 'seen'])),
      code: open(z.string()),
      at: timeSchema,
    }),
  ),
});

export type WatchView = z.infer<typeof watchView>;

/** The folder an ERP drops order files into. */
export const watchContract = {
  get: procedure.output(watchView),
  /** null turns it off. */
  set: procedure.input(z.object({ setting: setting.nullable() })).output(watchView),
  /** A person has seen every file that failed so far: they are no longer counted. */
  seen: procedure.output(watchView),
};
