import type { CarrierLabelAccount } from '../../../shared/contracts/accounts.ts';
import { accountsContracts } from '../../../shared/contracts/accounts.ts';
import {
  type CarrierLabelChoice,
  chooseCarrierLabel,
  markOwnLayoutsSeen,
  previewCarrierLabel,
  readCarrierLabelChoices,
  readUnseenOwnLayouts,
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
  unseen: readUnseenOwnLayouts,
  markSeen: markOwnLayoutsSeen,
});

export const accountsRouters = { goLive: goLiveRouter, carrierLabels: carrierLabelsRouter };
