/** Bounds of every import, checked while reading. Above each known platform export (100,000 rows, 90 columns). */
export const tableLimits = {
  fileBytes: 200 * 1024 * 1024,
  /** What all parts of a zip may unpack to, by its directory and by count. */
  expandedBytes: 1024 * 1024 * 1024,
  /** Unpacked : packed, counted above 16 MiB only: a short repetitive sheet packs better than this. */
  expansionRatio: 100,
  archiveEntries: 2000,
  rows: 1_000_000,
  columns: 256,
  /** What Excel itself allows. */
  cellCharacters: 32_767,
} as const;
