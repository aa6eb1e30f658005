import { useEffect, useState } from 'react';

/** A choice of the operator's that whoever leads to this screen may make as well; undefined: they leave it as it is. */
export function usePlaceState<T>(given: T | undefined, step: number, initial: T) {
  const [value, setValue] = useState<T>(given ?? initial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says that it was opened again
  useEffect(() => {
    if (given !== undefined) setValue(given);
  }, [step]);
  return [value, setValue] as const;
}
