import type { Kysely } from 'kysely';
import { keptSql } from '../database/keptStatement.ts';
import type { Schema } from '../schema.ts';

/** Does any program of the shop's own hear of events? Otherwise none are written. */
export async function isHeard(db: Kysely<Schema>): Promise<boolean> {
  const heard = await keptSql(db)`select 1 as heard where exists (select 1 from door_webhooks) or exists
    (select 1 from door_tokens where revoked_at is null and instr(scopes, 'events:read') > 0)`;
  return heard.rows.length > 0;
}
