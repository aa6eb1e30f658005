import type { useTranslation } from 'react-i18next';
import { holdReasons } from '../../../../shared/domain/order.ts';
import { packReasons } from '../../../../shared/domain/packing/packCommands.ts';
import { packOverrides } from '../../../../shared/domain/packing/packing.ts';

type Words = ReturnType<typeof useTranslation>['t'];

const isOf = <Word extends string>(words: readonly Word[], part: string): part is Word =>
  words.some((word) => word === part);

/** Lines whose note is made by the program alone, for the record: there is nothing in it to read here. */
const silentKinds: readonly string[] = ['personal-data-shown'];

/** What a line of an order's history says besides its kind: reasons of the program's lists in words, a person's own as written. */
export function historyNote(
  t: Words,
  { kind, note }: { readonly kind: string; readonly note: string },
): string {
  if (silentKinds.includes(kind)) return '';
  const words = note.split(': ').map((part) => {
    if (kind === 'held') return isOf(holdReasons, part) ? t(`hold.${part}`) : part;
    if (isOf(packReasons, part)) return t(`packReason.${part}`);
    return isOf(packOverrides, part) ? t(`packOverride.${part}`) : part;
  });
  return words.filter((word) => word !== '').join(' · ');
}
