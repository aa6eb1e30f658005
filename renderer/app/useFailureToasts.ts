import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../bridge/failureOf.ts';
import { isSignInNeeded } from '../bridge/isSignInNeeded.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { useToasts } from '../parts/feedback/toasts.ts';
import { useSignInWish } from '../parts/signInWish.ts';
import { useDescribe } from '../words/useDescribe.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** The screen shows this action's failure where it happened; no toast besides. */
    mutationMeta: { isShownInPlace: boolean };
  }
}

/** Every action that fails says so, wherever it was started; a screen need not remember to. */
export function useFailureToasts(): void {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { ask } = useSignInWish.getState();
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        if (event.mutation.meta?.isShownInPlace === true) return;
        // The sign-in opens and says it.
        if (isSignInNeeded(event.action.error)) return;
        const { code, params } = failureOf(event.action.error);
        const tone = code === 'CORE_NO_ANSWER' ? 'unsure' : 'failed';
        const isRight = code === 'OPERATOR_RIGHT_MISSING';
        const action = isRight && { action: { label: t('operators.switchTitle'), run: ask } };
        useToasts.getState().say({ tone, ...describe(code, params), code, ...action });
      }),
    [describe, t, ask],
  );
}
