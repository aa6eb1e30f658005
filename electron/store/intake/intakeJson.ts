import { z } from 'zod';
import { storedJson } from '../database/storedJson.ts';

export const headersJson = storedJson('headers_json', z.array(z.string()));

/** A field for each header; null: a person said that it means nothing. */
export const columnsJson = storedJson('columns_json', z.record(z.string(), z.string().nullable()));

/** What a file of the watched folder brought. */
export const watchReportJson = storedJson(
  'report_json',
  z.object({
    imported: z.number(),
    duplicates: z.number(),
    needsReview: z.number(),
    rejected: z.number(),
    planned: z.number(),
  }),
);
