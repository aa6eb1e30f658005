/** Values with their words, as a `SelectField` or a `ChoiceField` offers them. */
export function choicesOf<const V extends string>(
  values: readonly V[],
  label: (value: V) => string,
): readonly { readonly value: V; readonly label: string }[] {
  return values.map((value) => ({ value, label: label(value) }));
}
