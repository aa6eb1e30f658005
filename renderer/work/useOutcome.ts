import type { say } from '../parts/feedback/Toasts.tsx';
import { useDescribe } from '../words/describe.ts';

interface Tried {
  readonly ok: boolean;
  readonly errorCode: string;
}

/** What is said of something that was tried: words of its own when it went well, else why not. */
export function useOutcome(): (tried: Tried, name: string, well: string) => Parameters<typeof say>[0] {
  const describe = useDescribe();
  return ({ ok, errorCode }, name, well) =>
    ok ? { tone: 'done', says: well } : { tone: 'failed', ...describe(errorCode, { name }), code: errorCode };
}
