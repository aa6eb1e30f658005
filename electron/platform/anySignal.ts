/** Ends with the first of these. `AbortSignal.any`, which Node has from version 20 on: the oldest runtime here is older. */
export function anySignal(...signals: readonly AbortSignal[]): AbortSignal {
  const any = new AbortController();
  const end = () => {
    any.abort();
    for (const signal of signals) signal.removeEventListener('abort', end);
  };
  for (const signal of signals) signal.addEventListener('abort', end, { once: true });
  if (signals.some(({ aborted }) => aborted)) end();
  return any.signal;
}
