interface CheckGroupProps<V extends string> {
  readonly label: string;
  readonly values: readonly V[];
  readonly chosen: readonly V[];
  words(value: V): string;
  onChange(chosen: readonly V[]): void;
}

/** Some of a few things, each on or off. */
export function CheckGroup<V extends string>({ label, values, chosen, words, onChange }: CheckGroupProps<V>) {
  const toggle = (value: V, isOn: boolean): void =>
    onChange(values.filter((one) => (one === value ? isOn : chosen.includes(one))));
  return (
    <fieldset className="record-checks">
      <legend className="field-label">{label}</legend>
      {values.map((value) => (
        <label key={value} className="line">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
          {words(value)}
        </label>
      ))}
    </fieldset>
  );
}
