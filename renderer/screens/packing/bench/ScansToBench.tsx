import { useMissingRight } from '../../../bridge/operators.ts';
import { gesture } from './gestures.ts';
import { useBenchScans } from './pageCommands.ts';

/** What is shown takes no codes itself, or is still being read: what is scanned is meant for the bench all the same. */
export function useScansToBench(toBench: () => void): void {
  const mayPack = useMissingRight(['packParcels']) === null;
  useBenchScans((code) => {
    if (!mayPack) return false;
    gesture({ kind: 'scan', code });
    toBench();
    return true;
  });
}

/** The same beside what is there only now and then. */
export function ScansToBench({ toBench }: { toBench(): void }) {
  useScansToBench(toBench);
  return null;
}
