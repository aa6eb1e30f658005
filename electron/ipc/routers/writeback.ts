import type { Asked } from '../../../shared/contracts/contract.ts';
import { writebackContracts } from '../../../shared/contracts/writeback.ts';
import { exportOrders } from '../../usecases/orders/export.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { collectWriteBack } from '../../usecases/writeback/collect.ts';
import { writeBack } from '../../usecases/writeback/writeBack.ts';
import { doesApproved, gateOf, unwrap } from '../gate.ts';
import { pathOf, writesFile, writtenFiles } from '../pageFiles.ts';

const { onWorkspace } = gateOf(writebackContracts);

/** Rows shown before anything is written; the counts tell the rest. */
const previewRows = 20;
/** Orders named among those left out. */
const namedSkipped = 200;

type Written = { readonly path: string; readonly rowCount: number };

const outRouter = onWorkspace('out', {
  async preview(workspace, input) {
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
  },
  async writeBack(workspace, { templateToken, ...choice }, call) {
    const templatePath =
      templateToken === undefined ? undefined : await pathOf(call, templateToken, 'template');
    const { files, ...rest } = unwrap(await writeBack(workspace, { ...choice, templatePath }));
    const handed = await writtenFiles(
      call,
      files.map(({ path }) => path),
    );
    return { ...rest, files: files.map((file, at) => ({ fileToken: '', name: '', ...handed[at], ...file })) };
  },
  exportOrders: writesFile(
    doesApproved<Asked<'out', 'exportOrders'>, Written>(async (workspace, request) => {
      const { language } = await readSettings(workspace);
      return exportOrders(workspace, { ...request, language });
    }),
  ),
});

export const writebackRouters = { out: outRouter };
