/**
 * Writes a bug that the program outlives to its log, by the places it came through: the words of an error may hold what belongs to a
 * customer.
 */
export function logBug(error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${[name, ...places].join('\n')}\n`);
}
