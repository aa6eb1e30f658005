import { z } from 'zod';

const head = {
  version: z.string(),
  /** The day the data is true for. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  sources: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
};

/** `divisions.json`: three levels, former names and aliases. */
export const divisionsFile = z.object({
  ...head,
  tables: z.object({
    provinces: z.array(
      z.tuple([
        z.string(),
        z.string(),
        z.array(z.tuple([z.string(), z.string(), z.array(z.tuple([z.string(), z.string()]))])),
      ]),
    ),
    oldNames: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
    aliases: z.array(z.tuple([z.string(), z.string()])),
  }),
});
export type DivisionsFile = z.infer<typeof divisionsFile>;

/** `towns.json`: district code (city code where there are no districts) → town names joined by commas. */
export const townsFile = z.object({ ...head, tables: z.record(z.string(), z.string()) });

/** `initials.json`: letter → characters that begin so, and the names in which one reads otherwise. */
export const initialsFile = z.object({
  ...head,
  tables: z.object({
    byLetter: z.record(z.string(), z.string()),
    exceptions: z.record(z.string(), z.string()),
  }),
});
