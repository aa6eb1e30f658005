import { useEffect, useState } from 'react';
import { core } from '../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import type { AcceptPreview } from '../../bridge/queries/correctQueries.ts';

interface PreviewState {
  readonly preview: AcceptPreview | null;
  readonly progress: { readonly done: number; readonly total: number };
  readonly failure: PageFailure | null;
}

const begun: PreviewState = { preview: null, progress: { done: 0, total: 0 }, failure: null };

/** Asks what a threshold would accept; another threshold, or leaving, stops the question. */
export function useAcceptPreview({
  minConfidence,
  issue,
}: {
  readonly minConfidence: number;
  readonly issue?: string;
}): PreviewState {
  const [state, setState] = useState(begun);
  useEffect(() => {
    const stop = new AbortController();
    setState(begun);
    const follow = async (): Promise<void> => {
      const request = { minConfidence, ...(issue === undefined ? {} : { issue }) };
      const steps = await core.correct.previewAbove(request, { signal: stop.signal });
      for await (const step of steps) {
        if (stop.signal.aborted) return;
        if (step.kind === 'finished') setState((before) => ({ ...before, preview: step }));
        else setState((before) => ({ ...before, progress: { done: step.done, total: step.total } }));
      }
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) setState((before) => ({ ...before, failure: failureOf(error) }));
    });
    return () => stop.abort();
  }, [minConfidence, issue]);
  return state;
}
