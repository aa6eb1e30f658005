import { useCallback } from 'react';
import { useCarrierNames } from '../bridge/knownNames.ts';
import { formatMoney, formatPhone, formatWeight } from '../parts/format.ts';

/** A value of a change as people write it: the core tells grams, fen and codes. */
export function useChangeValue(): (field: string, text: string) => string {
  const carrierName = useCarrierNames();
  return useCallback(
    (field, text) => {
      if (text === '') return '';
      if (field.endsWith('Grams')) return formatWeight(Number(text));
      if (field.endsWith('Fen')) return formatMoney(Number(text));
      if (field === 'carrier') return carrierName(text);
      return field === 'phone' ? formatPhone(text) : text;
    },
    [carrierName],
  );
}
