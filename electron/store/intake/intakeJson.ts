import { z } from 'zod';
import { storedJson } from '../database/storedJson.ts';

export const headersJson = storedJson('headers_json', z.array(z.string()));

/** A field per header; null: a person chose to ignore it. */
export const columnsJson = storedJson('columns_json', z.record(z.string(), z.string().nullable()));

/** The result of a file in the watched folder. */
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
