import type { BillField } from '../../../../shared/domain/bills/bill.ts';
import type { BillLayout } from '../../../imports/readBillFile.ts';
import { headerKey, headerSlots } from '../../../imports/recognition/findHeaderRow.ts';
import { layoutColumnsJson } from '../../../store/insight/billJson.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

type RememberedLayouts = ReadonlyMap<string, Readonly<Record<string, BillField | null>>>;

/** What people said of the columns of this carrier's bills, by set of headers. */
export async function rememberedLayouts(
  { store }: Pick<Workspace, 'store'>,
  carrier: string,
): Promise<RememberedLayouts> {
  const rows = await store.read.billLayouts.ofCarrier(carrier);
  return new Map(rows.map((row) => [row.headerKey, layoutColumnsJson.readOr(row.columnsJson, {})]));
}

/** Keeps how the columns of a bill were read, once it was reconciled so: its guesses are confirmed by that. */
export async function rememberLayout(
  { clock }: Pick<Workspace, 'clock'>,
  write: Repositories,
  carrier: string,
  { columns }: BillLayout,
): Promise<void> {
  const headers = columns.map(({ header }) => header);
  const key = headerKey(headers);
  const slots = headerSlots(headers);
  const known = await write.billLayouts.ofCarrier(carrier);
  await write.billLayouts.put({
    carrier,
    headerKey: key,
    headersJson: JSON.stringify(headers),
    columnsJson: layoutColumnsJson.write(
      Object.fromEntries(columns.map(({ columnIndex, field }) => [slots[columnIndex] ?? '', field])),
    ),
    uses: (known.find((row) => row.headerKey === key)?.uses ?? 0) + 1,
    usedAt: clock.now(),
  });
}
