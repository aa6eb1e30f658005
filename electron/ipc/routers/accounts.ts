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
import { gate, unwrap } from '../gate.ts';
import { bitmapView } from '../views.ts';

export const goLiveRouter = {
  list: gate.goLive.list.handler(({ context, errors }) =>
    readAllGoLive(unwrap(errors, context.session.workspace())),
  ),
  run: gate.goLive.run.handler(async ({ context, input, errors }) =>
    unwrap(errors, await runGoLive(unwrap(errors, context.session.workspace()), input)),
  ),
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

export const carrierLabelsRouter = {
  accounts: gate.carrierLabels.accounts.handler(({ context, errors }) =>
    accountRows(unwrap(errors, context.session.workspace())),
  ),
  setWanted: gate.carrierLabels.setWanted.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await chooseCarrierLabel(workspace, input));
    return accountRows(workspace);
  }),
  preview: gate.carrierLabels.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { waybillNo, source } = unwrap(
      errors,
      await previewCarrierLabel(workspace, input.accountId, input),
    );
    return source.drawnBy === 'carrier'
      ? { waybillNo, bitmap: bitmapView(source.bitmap), reason: '' as const }
      : { waybillNo, bitmap: null, reason: source.why };
  }),
  untold: gate.carrierLabels.untold.handler(({ context, errors }) =>
    untoldOf(unwrap(errors, context.session.workspace())),
  ),
  markTold: gate.carrierLabels.markTold.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    await workspace.store.write((write) => write.printJobs.markOwnLayoutsTold(input.newestId));
    workspace.changed('printJobs', 'status');
    return untoldOf(workspace);
  }),
};
