import { QueryClient } from '@tanstack/react-query';
import { isSignInNeeded } from './isSignInNeeded.ts';

/** Long: `renewAnswers` asks at once when somebody has signed in. */
const signInRetryMs = 60_000;

/**
 * The core is no network: nothing retries or goes stale by itself, the change stream says when to read again. A question
 * nobody may ask yet waits, so that a screen behind the sign-in keeps what it shows instead of turning into an error.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (_count, error) => isSignInNeeded(error),
      retryDelay: signInRetryMs,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
