import type { Asked } from '../../../../shared/contracts/contract.ts';
import { billsContracts } from '../../../../shared/contracts/insight/bills.ts';
import { codContracts } from '../../../../shared/contracts/insight/cod.ts';
import { changeTolerance, toleranceOf } from '../../../usecases/insight/bills/billTolerance.ts';
import { writeClaims } from '../../../usecases/insight/bills/claimFile.ts';
import { moveClaims } from '../../../usecases/insight/bills/claims.ts';
import { listCod, readCodTotals } from '../../../usecases/insight/bills/cod.ts';
import { confirmCod, reopenCod } from '../../../usecases/insight/bills/confirmCod.ts';
import { billItems, listBills, readBill } from '../../../usecases/insight/bills/readBills.ts';
import {
  inspectBill,
  type ReconcileProgress,
  reconcileBill,
} from '../../../usecases/insight/bills/reconcileBill.ts';
import { removeBill } from '../../../usecases/insight/bills/removeBill.ts';
import { readSettings } from '../../../usecases/workspace/settings.ts';
import type { Workspace } from '../../../usecases/workspace/workspace.ts';
import { type Call, does, gateOf, unwrap } from '../../gate.ts';
import { pathOf, writesFile } from '../../pageFiles.ts';
import { streamWork } from '../../progress.ts';

const { onWorkspace } = gateOf({ ...billsContracts, ...codContracts });

const billsRouter = onWorkspace('bills', {
  list: listBills,
  report: does((workspace, { billId }) => readBill(workspace, billId)),
  items: (workspace, { billId, offset, limit, ...filter }) =>
    billItems(workspace, { billId, filter, window: { offset, limit } }),
  look: async (workspace, input, call) => unwrap(await inspectBill(workspace, await sourceOf(input, call))),
  run: (workspace, input, call) =>
    streamWork((report: (progress: ReconcileProgress) => void) =>
      call.session.whileBusy(() => run(workspace, input, report, call)),
    ),
  remove: does(
    (workspace, { billId }) => removeBill(workspace, billId),
    (_done, _workspace, { billId }) => ({ removed: billId }),
  ),
  moveClaims: does(
    (workspace: Workspace, { itemKeys, from, ...move }: Asked<'bills', 'moveClaims'>) =>
      moveClaims(workspace, { ...move, of: from === undefined ? { itemKeys: itemKeys ?? [] } : { from } }),
    (moved) => ({ moved }),
  ),
  writeClaims: writesFile(async (workspace: Workspace, input: Asked<'bills', 'writeClaims'>) => {
    const { language } = await readSettings(workspace);
    return unwrap(await writeClaims(workspace, { ...input, language }));
  }),
  tolerance: (workspace, { carrier }) => toleranceOf(workspace, carrier),
  setTolerance: does((workspace, { carrier, ...tolerance }) =>
    changeTolerance(workspace, carrier, tolerance),
  ),
});

async function sourceOf({ fileToken, carrier, columns }: Asked<'bills', 'look'>, call: Call) {
  const chosen = Object.entries(columns ?? {}).map(([index, field]) => [Number(index), field] as const);
  return {
    path: await pathOf(call, fileToken, 'bill', 'dropped'),
    carrier,
    columns: columns === undefined ? undefined : Object.fromEntries(chosen),
  };
}

async function run(
  workspace: Workspace,
  input: Asked<'bills', 'run'>,
  onProgress: (progress: ReconcileProgress) => void,
  call: Call,
) {
  const { fromDay = '', toDay = '' } = input;
  const request = {
    ...(await sourceOf(input, call)),
    span: fromDay === '' || toDay === '' ? undefined : { fromDay, toDay },
    signal: call.signal,
    onProgress,
  };
  const { id: billId } = unwrap(await reconcileBill(workspace, request));
  return { billId };
}

const codRouter = onWorkspace('cod', {
  totals: readCodTotals,
  window: (workspace, { offset, limit, ...filter }) => listCod(workspace, filter, { offset, limit }),
  confirm: does(
    (workspace: Workspace, { waybillNos }: Asked<'cod', 'confirm'>) => confirmCod(workspace, waybillNos),
    (confirmed) => ({ confirmed }),
  ),
  reopen: does(
    (workspace: Workspace, { waybillNos }: Asked<'cod', 'reopen'>) => reopenCod(workspace, waybillNos),
    (reopened) => ({ reopened }),
  ),
});

export const billsRouters = { bills: billsRouter, cod: codRouter };
