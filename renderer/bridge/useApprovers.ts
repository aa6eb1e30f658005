import { useQuery } from '@tanstack/react-query';
import type { DeskView } from '../../shared/contracts/operators.ts';
import type { Right } from '../../shared/domain/role.ts';
import { operatorQueries } from './queries/operatorQueries.ts';

/** Who has a right, and whether whoever sits here is one of them. Until that is known nothing is withheld. */
export function useApprovers(right: Right): {
  readonly isMine: boolean;
  readonly operators: DeskView['operators'];
} {
  const desk = useQuery(operatorQueries.desk()).data;
  return {
    isMine: desk === undefined || desk.rights.includes(right),
    operators: (desk?.operators ?? []).filter(({ rights }) => rights.includes(right)),
  };
}
