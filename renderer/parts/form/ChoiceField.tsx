import { useId } from 'react';
import './form.css';

interface ChoiceFieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly isLabelHidden?: boolean;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  onChange(value: V): void;
}

/** A few choices side by side, one of them on. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { label, value, choices, onChange } = props;
  const name = useId();
  return (
    <fieldset className="choice-field">
      <legend className={props.isLabelHidden ? 'hidden-label' : 'field-label'}>{label}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value} className={choice.value === value ? 'choice choice-on' : 'choice'}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
