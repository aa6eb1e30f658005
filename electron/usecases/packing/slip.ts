import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { printPapers } from '../printing/papers/printReceipts.ts';
import { provisionalSlip } from '../printing/papers/receipts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { readPackingRules } from './rules.ts';

/** The slip of a parcel that is packed and waits for its number, on the printer of the rules. */
export async function printSlip(
  workspace: Workspace,
  { parcelId }: { readonly parcelId: string },
): Promise<Outcome<{ readonly printed: number }>> {
  const { read } = workspace.store;
  const row = await read.packedParcels.byId(parcelId);
  const order = row === undefined ? undefined : await read.orders.byId(row.orderId);
  if (row === undefined || order === undefined || row.slipCode === '')
    return failure('PACK_PARCEL_NOT_FOUND');
  const { slipPrinterUri } = await readPackingRules(workspace);
  if (slipPrinterUri === '') return failure('PACK_NO_SLIP_PRINTER', { code: row.slipCode });
  const paper = provisionalSlip(order, row, workspace.clock.now(), 32);
  const printed = await printPapers(workspace, slipPrinterUri, 'provisional', async () => ({
    receipts: [paper],
    refused: [],
  }));
  if (!printed.ok) return printed;
  await change(workspace, ['packing'], async (write) => {
    const now = await write.packedParcels.byId(parcelId);
    if (now !== undefined)
      await write.packedParcels.move(now, now.state, { slipPrintedAt: workspace.clock.now() });
  });
  return done({ printed: printed.value.printed });
}
