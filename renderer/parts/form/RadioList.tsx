import { useId } from 'react';
import './radioList.css';

interface RadioListProps<V extends string> {
  readonly label: string;
  /** null: nothing yet. */
  readonly value: V | null;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  /** Names of goods and the like take the whole width. */
  readonly isLong?: boolean;
  onChange(value: NoInfer<V>): void;
}

/** One of several, each on a line of its own: arrows choose, Enter sends the form. A dialog begins here. */
export function RadioList<V extends string>({
  label,
  value,
  choices,
  isLong = false,
  onChange,
}: RadioListProps<V>) {
  const name = useId();
  return (
    <fieldset className={`choice-field radio-list${isLong ? ' radio-list-long' : ''}`}>
      <legend className="field-label">{label}</legend>
      {choices.map((choice, at) => {
        const isOn = choice.value === value;
        const isFirst = isOn || (value === null && at === 0);
        return (
          <label key={choice.value} className={isOn ? 'radio-choice radio-choice-on' : 'radio-choice'}>
            <input
              type="radio"
              name={name}
              checked={isOn}
              {...(isFirst ? { 'data-first-focus': true } : {})}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        );
      })}
    </fieldset>
  );
}
