import type { PriceTableRow } from '../../../../shared/contracts/freight.ts';
import type { PriceTable } from '../../../../shared/domain/freight.ts';
import { priceTableProblem } from '../../../../shared/domain/prices.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, tryChange, type Workspace } from '../../workspace/workspace.ts';
import { dayOf, readPriceTables } from './freight.ts';

export async function listPriceTables({ store, clock }: Workspace): Promise<PriceTableRow[]> {
  const names = await store.read.accounts.names();
  const today = dayOf(clock.now());
  return (await readPriceTables(store.read)).map((table) => {
    const { id, name, accountId, carrier, validFrom, validTo } = table;
    return {
      id,
      name,
      accountId,
      accountName: names.get(accountId) ?? '',
      carrier,
      validFrom,
      validTo,
      zones: table.zones.length,
      state:
        validFrom !== '' && today < validFrom
          ? 'not-yet'
          : validTo !== '' && validTo < today
            ? 'over'
            : 'valid',
    };
  });
}

export async function readPriceTable({ store }: Workspace, id: string): Promise<Outcome<PriceTable>> {
  const table = (await readPriceTables(store.read)).find((one) => one.id === id);
  return table === undefined ? failure('PRICE_TABLE_NOT_FOUND') : done(table);
}

export async function savePriceTable(workspace: Workspace, table: PriceTable): Promise<Outcome<PriceTable>> {
  const problem = priceTableProblem(table);
  if (problem !== null) return failure('PRICE_TABLE_INVALID', { detail: problem.detail });
  await change(workspace, ['rules'], async (write) => {
    await write.freight.putTable({
      id: table.id,
      carrier: table.carrier,
      accountId: table.accountId,
      tableJson: JSON.stringify(table),
      savedAt: workspace.clock.now(),
    });
    await recordAct(workspace, write, { kind: 'prices-saved', what: table.name });
  });
  return done(table);
}

export function removePriceTable(workspace: Workspace, id: string): Promise<Outcome<null>> {
  return tryChange(workspace, ['rules'], async (write): Promise<Outcome<null>> => {
    const table = (await readPriceTables(write)).find((one) => one.id === id);
    if (!(await write.freight.removeTable(id))) return failure('PRICE_TABLE_NOT_FOUND');
    await recordAct(workspace, write, { kind: 'prices-removed', what: table?.name ?? '' });
    return done(null);
  });
}
