/** Where a key leads from a row, or null when the key does not move. */
export function nextRowIndex(key: string, index: number, total: number, pageRows: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
    Home: 0,
    End: total - 1,
  };
  const target = targets[key];
  if (target === undefined || total === 0) return null;
  return Math.min(total - 1, Math.max(0, target));
}
