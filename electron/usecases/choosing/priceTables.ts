import type { PriceTable, PriceZone } from '../../../shared/domain/freight.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace.ts';
import { dayOf, readPriceTables } from './freightOfLane.ts';

export interface PriceTableRow {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly carrier: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly zones: number;
  readonly state: 'valid' | 'not-yet' | 'over';
}

export async function listPriceTables({ store, clock }: Workspace): Promise<PriceTableRow[]> {
  const names = new Map((await store.read.accounts.all()).map(({ id, name }) => [id, name]));
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
  const problem = problemOf(table);
  if (problem !== null) return problem;
  await workspace.store.write(({ freight }) =>
    freight.putTable({
      id: table.id,
      carrier: table.carrier,
      account_id: table.accountId,
      table_json: JSON.stringify(table),
      saved_at: workspace.clock.now(),
    }),
  );
  workspace.changed('rules');
  return done(table);
}

export async function removePriceTable(workspace: Workspace, id: string): Promise<Outcome<null>> {
  const isRemoved = await workspace.store.write(({ freight }) => freight.removeTable(id));
  if (!isRemoved) return failure('PRICE_TABLE_NOT_FOUND');
  workspace.changed('rules');
  return done(null);
}

/** A table that could be read two ways is refused: what it says would be chance. */
function problemOf({ validFrom, validTo, zones }: PriceTable): Failure | null {
  if (validFrom !== '' && validTo !== '' && validTo < validFrom)
    return failure('PRICE_TABLE_INVALID', { detail: `${validFrom} – ${validTo}` });
  const unsorted = zones.find((zone) => !isAscending(zone));
  if (unsorted !== undefined) return failure('PRICE_TABLE_INVALID', { detail: unsorted.name });
  const seen = new Set<string>();
  for (const { province, city } of zones.flatMap(({ places }) => places)) {
    const place = `${province}${city}`;
    if (seen.has(place)) return failure('PRICE_TABLE_INVALID', { detail: place });
    seen.add(place);
  }
  return null;
}

/** Only the last step may be without limit. */
function isAscending({ steps }: PriceZone): boolean {
  return steps.every(({ upToGrams }, index) => {
    const next = steps[index + 1];
    if (next === undefined) return true;
    return upToGrams !== null && (next.upToGrams === null || upToGrams < next.upToGrams);
  });
}
