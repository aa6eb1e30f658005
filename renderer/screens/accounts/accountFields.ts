interface FieldKind {
  readonly key: string;
  readonly isRequired: boolean;
}

/** Optional fields shown at once; what few accounts need is folded away. */
const plainFields = 4;

/** Required fields always stand in sight, and first. */
export function arrangeFields<F extends FieldKind>(
  fields: readonly F[],
): { readonly shown: readonly F[]; readonly folded: readonly F[] } {
  const required = fields.filter(({ isRequired }) => isRequired);
  const optional = fields.filter(({ isRequired }) => !isRequired);
  const room = Math.max(0, plainFields - required.length);
  return { shown: [...required, ...optional.slice(0, room)], folded: optional.slice(room) };
}

/** Required fields that nobody has filled in. */
export function missingFields(
  fields: readonly FieldKind[],
  values: Readonly<Record<string, string>>,
): readonly string[] {
  return fields
    .filter(({ key, isRequired }) => isRequired && (values[key] ?? '').trim() === '')
    .map(({ key }) => key);
}
