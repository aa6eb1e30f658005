/**
 * What SQLite and PostgreSQL say in different words, wherever a statement of the store is written by hand. Everything else in them is
 * common to both; what the conformance suite of the stores asks is proven on each engine.
 */
const words: readonly (readonly [embedded: RegExp, server: string])[] = [
  // An index chosen or passed over by hand: the server's planner keeps statistics of its own.
  [/ indexed by \w+/g, ''],
  [/(?<![\w)] ?)\+(?=[a-z])/g, ''],
  [/\binstr\(/g, 'strpos('],
  [/\bjson_group_array\(/g, 'json_agg('],
  [/\bsubstr\((\w+), -4\)/g, 'right($1, 4)'],
  [/\bmax\((?=0, |orders\.updated_at,)/g, 'greatest('],
  // The moment of a row, not that of its transaction's begin.
  [
    /cast\(\(julianday\('now'\) - 2440587\.5\) \* 86400000 as integer\)/g,
    'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)',
  ],
  [/\bis not '/g, "is distinct from '"],
  // SQLite's `like` knows no case of Latin letters.
  [/ like /g, ' ilike '],
  // Every commit has a place in the log; statements of an open transaction see the number of their own changes besides.
  [
    /total_changes\(\) \|\| ' ' \|\| \(select data_version from pragma_data_version\)/,
    "cast(pg_current_snapshot() as text) || ' ' || cast(pg_current_wal_insert_lsn() as text)",
  ],
  // The server checks its pages as it reads them.
  [/^pragma integrity_check\(1\)$/, "select 'ok' as integrity_check"],
];

/** Words with a parameter in them: what stands before it and what after. */
const around: readonly {
  readonly before: readonly [embedded: RegExp, server: string];
  readonly after: readonly [embedded: RegExp, server: string];
}[] = [
  // One parameter however long the list is.
  {
    before: [/\bjson_each\($/, 'json_array_elements_text(cast('],
    after: [/^\)/, ' as json))'],
  },
];

/** The fragments of a statement by hand, between its parameters, in the words of the server. */
export function serverFragments(fragments: readonly string[]): string[] {
  const translated = fragments.map(inServerWords);
  for (const { before, after } of around)
    for (const [no, fragment] of fragments.entries()) {
      if (!before[0].test(fragment)) continue;
      translated[no] = translated[no]?.replace(...before) ?? '';
      translated[no + 1] = translated[no + 1]?.replace(...after) ?? '';
    }
  return translated;
}

/** Never empty, and keys of their tables: said to stand nulls first, the server could not go along those. */
export const keyColumns: ReadonlySet<string> = new Set(['id', 'no', 'order_key']);

/** A statement, or a part of one, that has no parameter within a word. */
export function inServerWords(fragment: string): string {
  return words.reduce((text, [embedded, server]) => text.replace(embedded, server), fragment);
}
