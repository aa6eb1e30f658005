import { useQuery } from '@tanstack/react-query';
import type { Right } from '../../shared/domain/role.ts';
import { operatorQueries } from './queries/operatorQueries.ts';

export interface MissingRight {
  readonly right: Right;
  /** Who has it. */
  readonly names: readonly string[];
}

/**
 * The first of these rights that whoever sits here lacks. Nobody lacks none: what was opened stays behind the sign-in,
 * with all that was typed.
 */
export function useMissingRight(rights: readonly Right[]): MissingRight | null {
  const desk = useQuery(operatorQueries.desk()).data;
  if (desk === undefined || desk.role === 'nobody') return null;
  const right = rights.find((needed) => !desk.rights.includes(needed));
  if (right === undefined) return null;
  const names = desk.operators.filter(({ rights: theirs }) => theirs.includes(right)).map(({ name }) => name);
  return { right, names };
}
