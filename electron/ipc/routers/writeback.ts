import { exportOrders } from '../../usecases/orders/export.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { collectWriteBack } from '../../usecases/writeback/collect.ts';
import { writeBack } from '../../usecases/writeback/writeBack.ts';
import { does, opened, unwrap } from '../gate.ts';

/** Rows shown before anything is written; the counts tell the rest. */
const previewRows = 20;
/** Orders named among those left out. */
const namedSkipped = 200;

const outRouter = {
  preview: opened.out.preview.handler(async ({ context: { workspace }, input }) => {
    const { parcels, skipped } = await collectWriteBack(workspace, input);
    const counts = new Map<string, number>();
    for (const { origin } of parcels) counts.set(origin.source, (counts.get(origin.source) ?? 0) + 1);
    return {
      numbers: parcels.length,
      platforms: [...counts].map(([source, count]) => ({ source, count })),
      rows: parcels.slice(0, previewRows).map((parcel) => ({ ...parcel, source: parcel.origin.source })),
      skipped: skipped.slice(0, namedSkipped),
      skippedCount: skipped.length,
    };
  }),
  writeBack: opened.out.writeBack.handler(does(writeBack)),
  exportOrders: opened.out.exportOrders.handler(async ({ context: { workspace, session }, input }) => {
    const { language } = await readSettings(workspace);
    const { approvalIds, ...request } = input;
    const exported = await session.withApprovals(approvalIds, '', (approvals) =>
      exportOrders(workspace, { ...request, language, approvals }),
    );
    return unwrap(exported);
  }),
};

export const writebackRouters = { out: outRouter };
