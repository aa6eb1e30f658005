import { useEffect } from 'react';
import { isSignInNeeded } from '../../bridge/isSignInNeeded.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';

/** Whichever call learns first that nobody has signed in: who sits here is asked again, and the sign-in opens. */
export function useSignInNeeded(): void {
  useEffect(() => {
    const look = (): void => {
      void queryClient.invalidateQueries({ queryKey: operatorQueries.desk().queryKey });
    };
    const stops = [
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'failed') return;
        if (isSignInNeeded(event.action.error)) look();
      }),
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        if (isSignInNeeded(event.action.error)) look();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
