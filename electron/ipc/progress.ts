/**
 * Work that reports progress, as a stream for the page: the newest report whenever the page is ready, then the result. null: it was
 * stopped and has no result.
 */
export async function* streamWork<Progress extends object, Result extends object>(
  work: (report: (progress: Progress) => void) => Promise<Result | null>,
) {
  let newest = null as Progress | null;
  let isEnded = false;
  let wake: () => void = () => undefined;
  const running = work((progress) => {
    newest = progress;
    wake();
  }).finally(() => {
    isEnded = true;
    wake();
  });
  // When the page stops reading, the rejection must not stay unhandled.
  running.catch(() => undefined);
  while (!isEnded || newest !== null) {
    if (newest === null)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    else {
      const progress: Progress = newest;
      newest = null;
      yield { kind: 'progress' as const, ...progress };
    }
  }
  const result = await running;
  if (result !== null) yield { kind: 'finished' as const, ...result };
}
