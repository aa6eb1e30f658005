import type { CarrierLabelAccount } from '../../../shared/contracts/accounts.ts';
import { accountsContracts } from '../../../shared/contracts/accounts.ts';
import { isOwnLayoutReason } from '../../../shared/domain/printing/labelDocument.ts';
import {
  type CarrierLabelChoice,
  chooseCarrierLabel,
  previewCarrierLabel,
  readCarrierLabelChoices,
} from '../../usecases/accounts/carrierLabels.ts';
import { readAllGoLive } from '../../usecases/booking/goLive/checklist.ts';
import { runGoLive } from '../../usecases/booking/goLive/runGoLive.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, doesThen, gateOf } from '../gate.ts';
import { bitmapView } from '../views.ts';

const { onWorkspace } = gateOf(accountsContracts);

const goLiveRouter = onWorkspace('goLive', { list: readAllGoLive, run: does(runGoLive) });

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

async function unseenLayoutsOf({ store }: Workspace) {
  const rows = await store.read.printJobs.unseenOwnLayouts();
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

const carrierLabelsRouter = onWorkspace('carrierLabels', {
  accounts: accountRows,
  setWanted: doesThen(chooseCarrierLabel, accountRows),
  preview: does(
    (workspace, input) => previewCarrierLabel(workspace, input.accountId, input),
    ({ waybillNo, source }) =>
      source.drawnBy === 'carrier'
        ? { waybillNo, bitmap: bitmapView(source.bitmap), reason: '' as const }
        : { waybillNo, bitmap: null, reason: source.why },
  ),
  untold: unseenLayoutsOf,
  async markTold(workspace, { newestId }) {
    await workspace.store.write((write) => write.printJobs.markOwnLayoutsTold(newestId));
    workspace.changed('printJobs', 'status');
    return unseenLayoutsOf(workspace);
  },
});

export const accountsRouters = { goLive: goLiveRouter, carrierLabels: carrierLabelsRouter };
