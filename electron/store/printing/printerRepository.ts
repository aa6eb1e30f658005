import type { Kysely } from 'kysely';
import { isAtHand } from '../../../shared/domain/printing/placedPrinter.ts';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import { executeKept } from '../database/keptStatement.ts';
import { tableOf } from '../database/table.ts';
import type { Printer, Schema, StoredPaperRoll, StoredPrintRoute } from '../schema.ts';

export function createPrinterRepository(db: Kysely<Schema>, workstation: Workstation) {
  const printers = tableOf(db, 'printers');
  const routes = tableOf(db, 'printRoutes');
  return {
    /** Printers of this workstation. */
    async all(): Promise<Printer[]> {
      const every = () => printers.rows().orderBy('createdAt').orderBy('uri');
      const known = await executeKept(db, 'every printer', [], () => every().compile());
      return known.rows.filter(({ uri }) => isAtHand(workstation, uri));
    },
    byUri: (uri: string) => printers.row({ uri }),
    /** A known address gets the new name and keeps its settings. */
    put: (row: Printer) => printers.put(row, ['uri'], { name: row.name }),
    setProfile: (uri: string, profileJson: string) => printers.update({ uri }, { profileJson }),
    remove: (uri: string) => printers.remove({ uri }),
    routes: () => routes.rows().orderBy('position').execute(),
    async replaceRoutes(rows: readonly StoredPrintRoute[]): Promise<void> {
      await db.deleteFrom('printRoutes').execute();
      await routes.insertMany(rows);
    },
  };
}

export function createPaperRollRepository(db: Kysely<Schema>) {
  const rolls = tableOf(db, 'paperRolls');
  return {
    all: () => rolls.rows().orderBy('printerUri').execute(),
    /** One roll per printer: the new one replaces the old. */
    put: (row: StoredPaperRoll) => rolls.put(row, ['printerUri']),
  };
}
