/**
 * Work that reports while it goes, as the stream of a page: the newest report whenever the page is free, then what it
 * came to. A result of null says that it was stopped and there is nothing to tell.
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
  // Whoever stops reading must not leave a rejection behind that nobody hears.
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
