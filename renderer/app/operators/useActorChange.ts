import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { renewAnswers } from '../../bridge/renewAnswers.ts';
import { rememberOperator } from './lastOperator.ts';

/**
 * Reads the screens anew when somebody else sits down, forgets what the new one may not see, and remembers who it was for
 * the next sign-in.
 */
export function useActorChange(): void {
  const desk = useQuery(operatorQueries.desk()).data;
  const lastSeated = useRef<DeskView | null>(null);
  const wasEmpty = useRef(false);
  useEffect(() => {
    if (desk === undefined) return;
    if (desk.role === 'nobody') {
      wasEmpty.current = true;
      return;
    }
    if (desk.operatorId !== '') rememberOperator(desk.operatorId);
    const last = lastSeated.current;
    const isOther = last !== null && (last.operatorId !== desk.operatorId || last.role !== desk.role);
    const isNarrower = last?.rights.some((right) => !desk.rights.includes(right)) === true;
    if (wasEmpty.current || isOther) void renewAnswers(isNarrower ? 'forget' : 'keep');
    lastSeated.current = desk;
    wasEmpty.current = false;
  }, [desk]);
}
