import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { DeskView } from '../../shared/contracts/operators.ts';
import type { ApprovableRight, Right } from '../../shared/domain/operator.ts';
import { ask } from './core.ts';
import { failureOf } from './failureOf.ts';

/** What is to be approved: `orderNo` for who is asked, empty where it is about no single order. */
interface ApprovalSubject {
  readonly orderId: string;
  readonly orderNo: string;
}

interface AskedApproval extends ApprovalSubject {
  readonly right: ApprovableRight;
  /** null: nobody approves. */
  settle(approvalId: string | null): void;
}

interface Approvals {
  readonly asked: AskedApproval | null;
}

/** The one approval that is asked for now; the frame shows it. */
export const useApprovals = create<Approvals>(() => ({ asked: null }));

/** As many as one action may take. */
const maxApprovals = 4;

function neededRight(error: unknown): ApprovableRight | undefined {
  const { code, params } = failureOf(error);
  if (code !== 'OPERATOR_APPROVAL_NEEDED') return undefined;
  // The core names none that nobody can approve.
  return params.right as ApprovableRight;
}

function askForApproval(right: ApprovableRight, subject: ApprovalSubject): Promise<string | null> {
  useApprovals.getState().asked?.settle(null);
  return new Promise((resolve) => {
    const settle = (approvalId: string | null): void => {
      useApprovals.setState({ asked: null });
      resolve(approvalId);
    };
    useApprovals.setState({ asked: { ...subject, right, settle } });
  });
}

/**
 * Does what may take somebody else's word. Refused for want of it, that is asked for and the action repeated: a refusal
 * says that nothing was done. Where nobody approves it ends as it was refused.
 */
export async function withApprovals<T>(
  subject: ApprovalSubject,
  action: (approvalIds: string[]) => Promise<T>,
): Promise<T> {
  const given: string[] = [];
  for (;;) {
    try {
      return await action([...given]);
    } catch (error) {
      const right = neededRight(error);
      if (right === undefined || given.length === maxApprovals) throw error;
      const approvalId = await askForApproval(right, subject);
      if (approvalId === null) throw error;
      given.push(approvalId);
    }
  }
}

interface MissingRight {
  readonly right: Right;
  /** Who has it. */
  readonly names: readonly string[];
}

/**
 * The first of these rights that whoever sits here lacks. Nobody lacks none: what was opened stays behind the sign-in,
 * with all that was typed.
 */
export function useMissingRight(rights: readonly Right[]): MissingRight | null {
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  if (desk === undefined || desk.role === 'nobody') return null;
  const right = rights.find((needed) => !desk.rights.includes(needed));
  if (right === undefined) return null;
  const names = desk.operators.filter(({ rights: theirs }) => theirs.includes(right)).map(({ name }) => name);
  return { right, names };
}

/** Whether whoever sits here has all of these. Nobody is withheld nothing, as above. */
export function useHasRights(): (rights: readonly Right[]) => boolean {
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  return (rights) =>
    desk === undefined || desk.role === 'nobody' || rights.every((right) => desk.rights.includes(right));
}

/** Who has a right, and whether whoever sits here is one of them. Until that is known nothing is withheld. */
export function useApprovers(right: Right): {
  readonly isMine: boolean;
  readonly operators: DeskView['operators'];
} {
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  return {
    isMine: desk === undefined || desk.rights.includes(right),
    operators: (desk?.operators ?? []).filter(({ rights }) => rights.includes(right)),
  };
}
