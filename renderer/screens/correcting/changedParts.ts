import type { Party } from '../../../shared/domain/party.ts';
import { regionText } from '../../parts/form/regionText.ts';

/** What taking `after` would change, in one line: only the fields that differ. Empty: nothing. */
export function changedParts(before: Party, after: Party): string {
  const parts: string[] = [];
  const regionFields = ['province', 'city', 'district'] as const;
  if (regionFields.some((field) => before[field] !== after[field])) parts.push(regionText(after));
  for (const field of ['town', 'detail', 'name', 'phone'] as const)
    if (before[field] !== after[field] && after[field] !== '') parts.push(after[field]);
  if (before.extension !== after.extension && after.extension !== '') parts.push(`-${after.extension}`);
  return parts.join(' ');
}
