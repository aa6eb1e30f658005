import type { PackStop } from '../../shared/domain/packing/packStops.ts';
import type { BenchLine } from './benchParcel.ts';

interface ScannedGoods {
  readonly key: string;
  /** The code of this single piece; empty: its goods' code was scanned. */
  readonly unit: string;
}

type Count =
  | { readonly kind: 'counted'; readonly line: number }
  /** Its own code is wanted before it counts. */
  | { readonly kind: 'serial-wanted'; readonly line: number }
  | { readonly kind: 'stop'; readonly stop: PackStop; readonly quantity: number };

const room = ({ quantity, counted, elsewhere }: BenchLine): number => quantity - counted - elsewhere;

/** Which line of the order one scanned piece fills; the first of its lines that has room. */
export function countGoods(lines: readonly BenchLine[], { key, unit }: ScannedGoods): Count {
  const own = lines.flatMap((line, index) => (line.keys.includes(key) ? [{ line, index }] : []));
  if (own.length === 0) return { kind: 'stop', stop: 'wrong-item', quantity: 0 };
  const free = own.find(({ line }) => room(line) > 0);
  if (free === undefined) {
    const quantity = own.reduce((sum, { line }) => sum + line.quantity, 0);
    return { kind: 'stop', stop: 'extra-item', quantity };
  }
  const isWanted = free.line.hasSerials && unit === '';
  return { kind: isWanted ? 'serial-wanted' : 'counted', line: free.index };
}

/** Lines without any code that are not counted yet: a person looks at them and says that they are there. */
export const uncodedLines = (lines: readonly BenchLine[]): readonly number[] =>
  lines.flatMap((line, index) => (line.keys.length === 0 && room(line) > 0 ? [index] : []));

/** How much of each line a person lets pass. */
export const missingLines = (lines: readonly BenchLine[]): readonly number[] =>
  lines.flatMap((line, index) => (room(line) > 0 ? [index] : []));
