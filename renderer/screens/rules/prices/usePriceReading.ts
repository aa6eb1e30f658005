import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ReadPrices, readPriceRows } from '../../../../shared/domain/readPriceRows.ts';
import { ruleQueries } from '../../../bridge/queries/ruleQueries.ts';
import { useSettled } from '../../../parts/useSettled.ts';
import { isZoneStart, type PriceLine, placeNamesOf, rowsOf } from './priceLines.ts';

/** Names are looked up once the hand rests. */
const restMs = 250;

export interface PriceReading extends ReadPrices {
  /** Every name has been looked up; before that an unknown one is not told from a new one. */
  readonly isSettled: boolean;
}

/** What the lines mean, by the same rules as a file is read. */
export function usePriceReading(lines: readonly PriceLine[]): PriceReading {
  const wanted = placeNamesOf(lines).slice(0, 2_000);
  const names = useSettled(JSON.stringify(wanted), restMs);
  const known = useQuery({
    ...ruleQueries.placeNames(JSON.parse(names) as string[]),
    placeholderData: keepPreviousData,
  }).data;
  return useMemo(() => {
    const found = new Map(known?.map(({ name, places }) => [name, places]) ?? []);
    const isSettled = placeNamesOf(lines).every((name) => found.has(name));
    // A name that is still being looked up stands for itself: it is no mistake yet.
    const placesOf = (name: string) =>
      found.has(name) ? (found.get(name) ?? null) : [{ province: name, city: '' }];
    const read = readPriceRows(rowsOf(lines), placesOf);
    // The lines below a zone whose places are not known share its one mistake.
    const refused = read.refused.filter(({ row, column }, index) => {
      const line = lines[row - 1];
      return column !== 'places' || index === 0 || line === undefined || isZoneStart(line);
    });
    return { zones: read.zones, refused, isSettled };
  }, [lines, known]);
}
