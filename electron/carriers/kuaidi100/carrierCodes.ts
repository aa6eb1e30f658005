import { carrierRow, carrierTable } from '../../../shared/domain/carrierTable.ts';

const ours = new Map(
  carrierTable.flatMap(({ code, kuaidi100 }) =>
    kuaidi100 === undefined ? [] : [[kuaidi100, code] as const],
  ),
);

/** Their code for our carrier, null for one they are not known to have. */
export function platformCode(carrier: string): string | null {
  return carrierRow(carrier)?.kuaidi100 ?? null;
}

/** Our code for theirs (always lower case), null for one we do not know. */
export function ourCode(theirs: string): string | null {
  return ours.get(theirs.toLowerCase()) ?? null;
}
