import { type CanonicalField, headerSpellings } from './headerSpellings.ts';

/** Spellings of a field as the files write them, most common first. */
export function builtInSpellings(field: CanonicalField): string[] {
  return headerSpellings[field].split('|').map((spelling) => spelling.trim());
}
