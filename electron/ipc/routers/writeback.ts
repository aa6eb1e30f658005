import { exportOrders } from '../../usecases/orders/export.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { collectWriteBack } from '../../usecases/writeback/collect.ts';
import { shipTemplateIds, writeBack } from '../../usecases/writeback/writeBack.ts';
import { gate, unwrap } from '../gate.ts';

/** Rows shown before anything is written; the counts tell the rest. */
const previewRows = 20;
/** Orders named among those left out. */
const namedSkipped = 200;

export const outRouter = {
  templates: gate.out.templates.handler(() => [...shipTemplateIds]),
  preview: gate.out.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { parcels, skipped } = await collectWriteBack(workspace, input);
    const counts = new Map<string, number>();
    for (const { origin } of parcels) counts.set(origin.source, (counts.get(origin.source) ?? 0) + 1);
    return {
      numbers: parcels.length,
      platforms: [...counts].map(([source, count]) => ({ source, count })),
      rows: parcels.slice(0, previewRows).map(({ orderNo, carrierCode, waybillNo, origin }) => ({
        orderNo,
        carrierCode,
        waybillNo,
        source: origin.source,
      })),
      skipped: skipped.slice(0, namedSkipped).map((row) => ({ ...row })),
      skippedCount: skipped.length,
    };
  }),
  writeBack: gate.out.writeBack.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { files, written, skipped } = unwrap(errors, await writeBack(workspace, input));
    return {
      files: files.map((file) => ({ ...file })),
      written,
      skipped: skipped.map((row) => ({ ...row })),
    };
  }),
  exportOrders: gate.out.exportOrders.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { language } = await readSettings(workspace);
    const { approvalIds, ...request } = input;
    const exported = await context.session.withApprovals(approvalIds, '', (approvals) =>
      exportOrders(workspace, { ...request, language, approvals }),
    );
    const { path, rowCount } = unwrap(errors, exported);
    return { path, rowCount };
  }),
};
