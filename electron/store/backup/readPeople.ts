import type Database from 'better-sqlite3';
import { z } from 'zod';
import { roles } from '../../../shared/domain/operator.ts';
import type { SealedState } from '../../vault/sealedState.ts';
import { fieldOf } from '../database/columnNames.ts';
import type { StoredOperatorAct } from '../schema.ts';
import { settingOf } from '../workspace/settings.ts';
import { settingText, withDatabase } from './inspectDatabase.ts';

/** Columns that came later have no say in an older file. */
const operatorRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  pinSalt: z.string(),
  pinHash: z.string(),
  wrongPins: z.number(),
  triedAt: z.number(),
  wrongSince: z.number().default(0),
  createdAt: z.number(),
});
const headRow = z.object({ no: z.number().int(), chain: z.string() });
const triesRow = z.object({
  desk: z.string(),
  operatorId: z.string(),
  wrongTries: z.number(),
  triedAt: z.number(),
});

/**
 * Who works here and how far the record of acts goes, as a database that is not in use says: what its sealed block would
 * hold. null: SQLite objects to the file.
 */
export function readPeople(path: string, dataKey: Uint8Array, workspaceId: string): SealedState | null {
  return withDatabase(path, dataKey, (database) => {
    const operators = rowsOf(database, 'operators', 'where removed_at is null order by created_at, id');
    const [last] = rowsOf(database, 'operator_acts', 'order by no desc limit 1');
    const tries = hasTable(database, 'pin_tries')
      ? rowsOf(database, 'pin_tries', 'order by desk, operator_id')
      : [];
    return {
      workspaceId,
      revision: settingOf('seal', settingText(database, 'seal'))?.revision ?? 0,
      at: Number(last?.at ?? 0),
      operators: operators.map((row) => {
        const { pinSalt, pinHash, wrongPins, triedAt, wrongSince, ...one } = operatorRow.parse(row);
        const pin = { salt: pinSalt, hash: pinHash };
        return { ...one, pin, tries: { wrongTries: wrongPins, triedAt, since: wrongSince } };
      }),
      deskTries: tries.map((row) => triesRow.parse(row)),
      rescue: settingOf('rescueCode', settingText(database, 'rescueCode')),
      acts: headRow.parse(last ?? { no: 0, chain: '' }),
    };
  });
}

/** The end of a record of acts behind this row; null: the file does not open, or its record is another one. */
export function readActsAfter(
  path: string,
  dataKey: Uint8Array,
  { no, chain }: SealedState['acts'],
): readonly StoredOperatorAct[] | null {
  return withDatabase(path, dataKey, (database) => {
    const [row] = rowsOf(database, 'operator_acts', `where no = ${Math.trunc(no)}`);
    if (no > 0 && row?.chain !== chain) return null;
    const rows = rowsOf(database, 'operator_acts', `where no > ${Math.trunc(no)} order by no`);
    return rows.map((act) => ({ step: '', begunNo: null, ...act }) as unknown as StoredOperatorAct);
  });
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(database: Database.Database, table: string, rest: string): Row[] {
  const rows = database.prepare(`select * from ${table} ${rest}`).all() as Row[];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value])),
  );
}

function hasTable(database: Database.Database, name: string): boolean {
  return (
    database.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(name) !== undefined
  );
}
