import { z } from 'zod';
import {
  countSchema,
  fileToken,
  handedFile,
  idSchema,
  open,
  orderIds,
  outputText,
  refusedOrders,
} from '../domain/fields.ts';
import { approvalIds } from './operators.ts';
import { orderFilter } from './orders.ts';
import { procedure } from './procedure.ts';

/** What goes back to the platforms. */
const outContract = {
  /** What would be written, before it is: how many numbers for which platform, the first rows, and what is left out. */
  preview: procedure('exportOrders')
    .input({ orderIds: orderIds.optional(), again: open(z.boolean()) })
    .output({
      numbers: countSchema,
      platforms: z.array(z.object({ source: open(z.string()), count: countSchema })),
      rows: z.array(
        z.object({
          orderNo: outputText(200),
          carrierCode: open(z.string()),
          waybillNo: outputText(100),
          source: open(z.string()),
        }),
      ),
      skipped: refusedOrders,
      skippedCount: countSchema,
    }),
  /** Writes waybill numbers for an upload, or into a template the person downloaded; each number once unless asked again. */
  writeBack: procedure('exportOrders')
    .input({
      template: open(z.string().max(40)).optional(),
      templateToken: fileToken.optional(),
      importId: idSchema.optional(),
      orderIds: orderIds.optional(),
      again: open(z.boolean()).default(false),
    })
    .output({
      files: z.array(z.object({ ...handedFile, rowCount: countSchema, template: open(z.string()) })),
      written: countSchema,
      skipped: refusedOrders,
    }),
  /** Orders under a filter as a workbook among the workspace's results; personal data in the clear only when asked, and recorded. */
  exportOrders: procedure('exportOrders')
    .input({ filter: orderFilter, isRevealed: open(z.boolean()), approvalIds })
    .output({ ...handedFile, rowCount: countSchema }),
};

export const writebackContracts = { out: outContract };
