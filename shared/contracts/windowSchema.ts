import { z } from 'zod';
import { internal, open } from './fieldClass.ts';

/** Longest window of rows a list may ask for at once: keeps one reply under a few hundred kB. */
export const maxWindowRows = 500;

export const windowInput = {
  offset: open(z.number().int().min(0)),
  limit: open(z.number().int().min(1).max(maxWindowRows)),
};

/** Ids are opaque; ≤ 64 characters. */
export const idSchema = internal(z.string().min(1).max(64));
export const versionSchema = open(z.number().int().min(0));
export const timeSchema = open(z.number().int());
export const countSchema = open(z.number().int().min(0));

export const failureNote = z.object({
  code: open(z.string()),
  field: open(z.string()),
  params: z.record(z.string(), internal(z.union([z.string(), z.number()]))).optional(),
});
