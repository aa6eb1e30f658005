import { sql } from 'kysely';

/** UTC ms by the engine's own clock: on a server it is the same for all workstations, however wrong theirs are. */
export const storeNow = sql<number>`cast((julianday('now') - 2440587.5) * 86400000 as integer)`;
