import { sql } from 'kysely';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { connectServer } from '../server/openServerStore.ts';
import { inspectDatabase } from '../server/serverBook.ts';
import type { ServerConnection } from '../server/writableHost.ts';
import { isInUseThere, settingsOf } from './movedBook.ts';

/** May the book of this workspace be brought to this database? Nothing is written there. */
export async function checkTarget(server: ServerConnection, workspaceId: string): Promise<Outcome<null>> {
  const db = connectServer(server, 1);
  try {
    const inspected = await inspectDatabase(db, { mayCreate: true });
    if (!inspected.ok) return inspected;
    const { rows } = await sql<{ mayMake: number; marks: string | null }>`select
      cast(has_schema_privilege(current_schema(), 'create') as int) as may_make,
      to_regclass('settings') as marks`.execute(db);
    const [{ mayMake, marks } = { mayMake: 0, marks: null }] = rows;
    if (mayMake !== 1) return failure('SERVER_RIGHTS_MISSING');
    if (marks === null) return done(null);
    const book = await settingsOf(db).get('book');
    const isOther = book !== null && book.workspaceId !== workspaceId;
    return isOther || (await isInUseThere(db)) ? failure('SERVER_DATABASE_USED') : done(null);
  } finally {
    await db.destroy();
  }
}
