import {
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Workstation } from '../../../shared/domain/workstation.ts';
import type { Schema } from '../schema.ts';
import { createStore, type Store } from '../store.ts';
import { serverAway } from './serverTrouble.ts';

const nothing = async (): Promise<void> => undefined;

const driver: Driver = {
  init: nothing,
  destroy: nothing,
  async acquireConnection() {
    throw serverAway();
  },
  beginTransaction: nothing,
  commitTransaction: nothing,
  rollbackTransaction: nothing,
  releaseConnection: nothing,
};

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** The book of a server that was away when a bench was started: whatever it is asked, it says so, until the book is opened in its place. */
export function absentStore(workstation: Workstation): Store {
  const [writer, reader] = [new Kysely<Schema>({ dialect }), new Kysely<Schema>({ dialect })];
  return createStore(writer, reader, { workstation, apart: reader });
}
