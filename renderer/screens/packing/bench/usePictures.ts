import { useQuery } from '@tanstack/react-query';
import type { PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';
import { ask } from '../../../bridge/core.ts';
import type { Picture } from './GoodsPicture.tsx';

/**
 * Pictures of the goods by their line: those that are here at once, the others when they have come. null: none
 * of its goods has one.
 */
export function usePictures(
  { parcelId, lines }: Pick<PackedParcelView, 'parcelId' | 'lines'>,
  isWanted: boolean,
): ReadonlyMap<number, Picture> | null {
  const hasAny = isWanted && lines.some(({ hasPicture }) => hasPicture);
  const picturesOf = (mayLoad: boolean) =>
    ask.packing.pictures.queryOptions({ input: { parcelId, mayLoad } });
  const here = useQuery({ ...picturesOf(false), enabled: hasAny }).data;
  const isMissing = hasAny && (here?.missing ?? 0) > 0;
  const fetched = useQuery({ ...picturesOf(true), enabled: isMissing }).data;
  if (!hasAny) return null;
  const { pictures = [] } = fetched ?? here ?? {};
  return new Map(pictures.map((picture) => [picture.line, picture]));
}
