import { type ReactNode, useState } from 'react';
import { ChoiceField } from './ChoiceField.tsx';

/** Values with their words, as a `SelectField` or a `ChoiceField` offers them. */
export function choicesOf<const V extends string>(
  values: readonly V[],
  label: (value: V) => string,
): readonly { readonly value: V; readonly label: string }[] {
  return values.map((value) => ({ value, label: label(value) }));
}

interface ChoiceOptions<V> {
  /** Absent: the first. */
  readonly initial?: V;
  readonly isLabelHidden?: boolean;
}

/** What is chosen of a few values, with the field it is chosen in. */
export function useChoice<const V extends string>(
  label: string,
  values: readonly [V, ...V[]],
  words: (value: V) => string,
  { initial = values[0], isLabelHidden = false }: ChoiceOptions<V> = {},
): readonly [V, ReactNode] {
  const [value, setValue] = useState<V>(initial);
  const choices = choicesOf(values, words);
  return [
    value,
    <ChoiceField<V> key="choice" {...{ label, value, choices, isLabelHidden }} onChange={setValue} />,
  ];
}
