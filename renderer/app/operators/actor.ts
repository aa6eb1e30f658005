import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { ask, core } from '../../bridge/core.ts';
import { isSignInNeeded } from '../../bridge/failureOf.ts';
import { pageClock } from '../../bridge/page.ts';
import { queryClient, renewAnswers } from '../../bridge/queryClient.ts';

const operatorKey = 'shipdesk.operator';

/** Who worked here last on this computer: most often who comes back. An id, never a name. */
export function lastOperatorId(): string {
  return localStorage.getItem(operatorKey) ?? '';
}

function rememberOperator(operatorId: string): void {
  localStorage.setItem(operatorKey, operatorId);
}

/** A post in the operator's language. */
export function useRoleName(): (role: DeskView['role']) => string {
  const { t } = useTranslation();
  return useCallback(
    (role) => {
      if (role === 'nobody') return t('operators.signInNeeded');
      return role === 'owner' ? t('status.owner') : t(`role.${role}`);
    },
    [t],
  );
}

/**
 * Reads the screens again when somebody else sits down, forgets what the new one may not see, and remembers who it was for
 * the next sign-in.
 */
export function useActorChange(): void {
  const desk = useQuery(ask.operators.state.queryOptions()).data;
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

const { queryKey } = ask.operators.state.queryOptions();
const lookAgain = (): void => void queryClient.invalidateQueries({ queryKey });

/** Whichever call learns first that nobody has signed in: who sits here is asked again, and the sign-in opens. */
export function useSignInNeeded(): void {
  useEffect(() => {
    const stopQueries = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'failed') return;
      if (isSignInNeeded(event.action.error)) lookAgain();
    });
    const stopMutations = queryClient.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      if (isSignInNeeded(event.action.error)) lookAgain();
    });
    return () => {
      stopQueries();
      stopMutations();
    };
  }, []);
}

/** A scan is keys as well. */
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** A third of the shortest time until signing out: whoever works is never taken for gone. */
const everyMs = 20_000;

/** Room for the core's clock to pass the moment too. */
const graceMs = 250;

async function touch(isSignedIn: boolean): Promise<void> {
  const { signsOutAt } = await core.operators.touch();
  if (!isSignedIn) return;
  if (signsOutAt === null) lookAgain();
  else queryClient.setQueryData(queryKey, (desk) => desk && { ...desk, signsOutAt });
}

/** Tells the core that somebody works here, and looks who does once the time has run out. */
export function useTouch(): void {
  const {
    operatorId = '',
    role,
    signsOutAt = null,
  } = useQuery(ask.operators.state.queryOptions()).data ?? {};
  // Where nobody signs in, the workspace itself is locked once nothing was touched for long.
  const isSomebody = role !== undefined && role !== 'nobody';
  useEffect(() => {
    if (!isSomebody) return;
    let touchedAt = Number.NEGATIVE_INFINITY;
    let next: ReturnType<typeof setTimeout> | null = null;
    const send = (): void => {
      next = null;
      touchedAt = pageClock.now();
      // A core that is away asks for a PIN anyway when it is back.
      touch(operatorId !== '').catch(() => undefined);
    };
    const onLife = (): void => {
      next ??= setTimeout(send, Math.max(0, touchedAt + everyMs - pageClock.now()));
    };
    for (const sign of signsOfLife) window.addEventListener(sign, onLife, { capture: true, passive: true });
    return () => {
      if (next !== null) clearTimeout(next);
      for (const sign of signsOfLife) window.removeEventListener(sign, onLife, { capture: true });
    };
  }, [operatorId, isSomebody]);
  useEffect(() => {
    if (signsOutAt === null) return;
    const timer = setTimeout(lookAgain, Math.max(0, signsOutAt - pageClock.now()) + graceMs);
    return () => clearTimeout(timer);
  }, [signsOutAt]);
}
