import type { CarrierLabelAccount } from '../../../shared/contracts/accounts.ts';
import { isOwnLayoutReason } from '../../../shared/domain/labelDocument.ts';
import {
  type CarrierLabelChoice,
  chooseCarrierLabel,
  previewCarrierLabel,
  readCarrierLabelChoices,
} from '../../usecases/accounts/carrierLabels.ts';
import { readAllGoLive } from '../../usecases/booking/goLive/checklist.ts';
import { runGoLive } from '../../usecases/booking/goLive/runGoLive.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, opened, unwrap } from '../gate.ts';
import { bitmapView } from '../views.ts';

const goLiveRouter = {
  list: opened.goLive.list.handler(({ context: { workspace } }) => readAllGoLive(workspace)),
  run: opened.goLive.run.handler(does(runGoLive)),
};

function accountRow({ account, isWanted, newest }: CarrierLabelChoice): CarrierLabelAccount {
  return {
    accountId: account.id,
    name: account.name,
    platform: account.platform,
    isWanted,
    newestAt: newest?.shipment.bookedAt ?? null,
    newestBytes: newest === null ? 0 : Buffer.byteLength(newest.html),
  };
}

const accountRows = async (workspace: Workspace) =>
  (await readCarrierLabelChoices(workspace)).map(accountRow);

async function untoldOf({ store }: Workspace) {
  const rows = await store.read.printJobs.untoldOwnLayouts();
  const reasons = rows.flatMap(({ reason, total }) =>
    isOwnLayoutReason(reason) ? [{ reason, count: total }] : [],
  );
  return {
    total: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons,
    newestId:
      rows
        .map(({ newestId }) => newestId)
        .sort()
        .at(-1) ?? '',
  };
}

const carrierLabelsRouter = {
  accounts: opened.carrierLabels.accounts.handler(({ context: { workspace } }) => accountRows(workspace)),
  setWanted: opened.carrierLabels.setWanted.handler(async ({ context: { workspace }, input }) => {
    unwrap(await chooseCarrierLabel(workspace, input));
    return accountRows(workspace);
  }),
  preview: opened.carrierLabels.preview.handler(async ({ context: { workspace }, input }) => {
    const { waybillNo, source } = unwrap(await previewCarrierLabel(workspace, input.accountId, input));
    return source.drawnBy === 'carrier'
      ? { waybillNo, bitmap: bitmapView(source.bitmap), reason: '' as const }
      : { waybillNo, bitmap: null, reason: source.why };
  }),
  untold: opened.carrierLabels.untold.handler(({ context: { workspace } }) => untoldOf(workspace)),
  markTold: opened.carrierLabels.markTold.handler(async ({ context: { workspace }, input }) => {
    await workspace.store.write((write) => write.printJobs.markOwnLayoutsTold(input.newestId));
    workspace.changed('printJobs', 'status');
    return untoldOf(workspace);
  }),
};

export const accountsRouters = { goLive: goLiveRouter, carrierLabels: carrierLabelsRouter };
