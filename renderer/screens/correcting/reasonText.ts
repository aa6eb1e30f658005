/** A rule id with optional year (`merged:2015`) as a text key and its params; unknown rules get a plain word. */
const known = [
  'merged',
  'renamed',
  'upgraded',
  'split',
  'divided',
  'moved',
  'filled-from-child',
  'alias',
  'traditional',
  'town',
  'area-code',
  'only-child',
  'same-name',
  'learned',
  'columns',
  'column',
  'address',
  'short-name',
  'other-column',
  'filler',
  'repeated',
  'characters',
  'phone-form',
  'name-only',
] as const;
export type ReasonKey = (typeof known)[number] | 'other';

export function reasonText(reason: string): { readonly key: ReasonKey; readonly year: string } {
  const [rule = '', year = ''] = reason.split(':');
  return { key: known.find((name) => name === rule) ?? 'other', year };
}
