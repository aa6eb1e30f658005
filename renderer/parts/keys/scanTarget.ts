import { useEffect, useRef } from 'react';

type Take = (code: string) => void;

const targets: Take[] = [];

/** Who takes the next scan instead of the way a scan goes by itself; undefined: nobody. */
export function scanTarget(): Take | undefined {
  return targets.at(-1);
}

/** While the component is shown, every scan is handed to it: a desk that binds or packs by scan. */
export function useScanTarget(take: Take): void {
  const newest = useRef(take);
  newest.current = take;
  useEffect(() => {
    const target: Take = (code) => newest.current(code);
    targets.push(target);
    return () => void targets.splice(targets.indexOf(target), 1);
  }, []);
}
