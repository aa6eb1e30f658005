import { useEffect } from 'react';
import { failureOf } from '../bridge/failureOf.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { useToasts } from '../parts/feedback/toasts.ts';
import { useDescribe } from '../parts/feedback/useDescribe.ts';

/** Every action that fails says so, wherever it was started; a screen need not remember to. */
export function useFailureToasts(): void {
  const describe = useDescribe();
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const { code, params } = failureOf(event.action.error);
        const tone = code === 'CORE_NO_ANSWER' ? 'unsure' : 'failed';
        useToasts.getState().say({ tone, ...describe(code, params), code });
      }),
    [describe],
  );
}
