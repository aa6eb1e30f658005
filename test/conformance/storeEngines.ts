import { basename } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openStore } from '../../electron/store/openStore.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import type { Store } from '../../electron/store/store.ts';
import { createBookKeys, newBookKeys } from '../../electron/vault/bookKeys.ts';
import { createTextSeal } from '../../electron/vault/sealedText.ts';
import { putReadyDatabase } from '../doubles/workspace/readyDatabase.ts';
import type { ServerPlace } from './startServer.ts';

export interface Engine {
  readonly name: string;
  /** The store of that folder; made when there is none yet. */
  open(folder: string): Promise<Store>;
}

const embeddedKey = new Uint8Array(32).fill(1);

const embedded: Engine = {
  name: 'embedded SQLite',
  async open(folder) {
    await putReadyDatabase(folder, embeddedKey);
    const opened = await openStore(folder, embeddedKey, 'must-exist');
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  },
};

/** Of the sealed engine. */
export const testSeal = createTextSeal(createBookKeys(newBookKeys()));

const onServer = (
  place: ServerPlace,
  name = 'PostgreSQL',
  parts: Parameters<typeof openServerStore>[1] = {},
): Engine => ({
  name,
  async open(folder) {
    const database = basename(folder);
    await makeDatabase(place, database);
    const opened = await openServerStore({ ...place, database }, parts);
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  },
});

/** A copy of the empty book under a name of its own. */
export async function makeDatabase(place: ServerPlace, name: string): Promise<void> {
  // A database that is copied must have nobody in it.
  const client = new Client({ ...place, database: 'template1' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database "${name}" template "${place.database}"`);
  } finally {
    await client.end();
  }
}

const place = inject('server');

/** Every engine the product can keep its orders in; all must behave alike. */
export const engines: readonly Engine[] =
  place === null
    ? [embedded]
    : [embedded, onServer(place), onServer(place, 'PostgreSQL sealed', { personal: testSeal })];

export function engineNamed(name: Engine['name']): Engine {
  const found = engines.find((engine) => engine.name === name);
  if (found === undefined) throw new Error(`no engine ${name}`);
  return found;
}
