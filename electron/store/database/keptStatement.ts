import { CompiledQuery, type Kysely, type QueryResult, sql } from 'kysely';
import { personalSealOf } from './personalSeal.ts';

/** The adapter of an engine in this process, which answers a statement synchronously. */
export interface SynchronousEngine {
  answer<Row>(text: string, values: readonly unknown[]): QueryResult<Row>;
}

/** Cached texts by shape, per engine: the adapter lives as long as its connection, and transactions share it. */
const keptTexts = new WeakMap<object, Map<unknown, string>>();

/** Read-only connections, and open transactions. */
const pastKysely = new WeakSet<object>();

/**
 * Lets kept statements of an in-process engine bypass Kysely's layers, eleven of which await with each statement. In a transaction only
 * until its work is done, when the returned function is called: later statements must meet Kysely's guard.
 */
export function bypassKysely(db: object): () => void {
  pastKysely.add(db);
  return () => pastKysely.delete(db);
}

/**
 * Runs a statement whose text is built once: building takes longer than running, and a label or a booking has some twenty. `shape` names
 * everything its text depends on, `values` are its parameters in order. An engine that seals personal columns builds it each time, because
 * values are sealed while building.
 */
export async function executeKept<Tables, Row>(
  db: Kysely<Tables>,
  shape: string | TemplateStringsArray,
  values: readonly unknown[],
  build: () => CompiledQuery<Row>,
): Promise<QueryResult<Row>> {
  if (personalSealOf(db) !== undefined) return db.executeQuery(build());
  const engine = db.getExecutor().adapter;
  const texts = keptTexts.get(engine) ?? new Map<unknown, string>();
  keptTexts.set(engine, texts);
  const text = texts.get(shape) ?? buildText(shape, values, build);
  texts.set(shape, text);
  return executeText(db, text, values);
}

/** Runs a finished text, with its parameters in their order. */
export async function executeText<Tables, Row>(
  db: Kysely<Tables>,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  const engine = db.getExecutor().adapter;
  if (isSynchronous(engine) && pastKysely.has(db)) return engine.answer<Row>(text, values);
  return db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
}

export const isSynchronous = (engine: object): engine is SynchronousEngine => 'answer' in engine;

/** The same for a hand-written statement with values only: each place in the source is one shape. */
export const keptSql =
  <Tables>(db: Kysely<Tables>) =>
  <Row>(parts: TemplateStringsArray, ...values: readonly unknown[]): Promise<QueryResult<Row>> =>
    executeKept(db, parts, values, () => sql<Row>(parts, ...values).compile(db));

function buildText(
  shape: string | TemplateStringsArray,
  values: readonly unknown[],
  build: () => CompiledQuery,
): string {
  const { sql: text, parameters } = build();
  if (parameters.some((value, no) => value !== values[no]) || parameters.length !== values.length)
    throw new Error(`the parameters of ${String(shape)} are others`);
  return text;
}
