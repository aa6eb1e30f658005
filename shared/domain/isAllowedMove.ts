/** The one reading of a state table: may `from` become `to`? */
export function isAllowedMove<S extends string>(
  moves: Readonly<Record<S, readonly S[]>>,
  from: S,
  to: S,
): boolean {
  return moves[from].includes(to);
}
