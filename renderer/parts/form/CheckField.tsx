import './form.css';

interface CheckFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  /** Takes a row of its own in a grid of fields. */
  readonly isWide?: boolean;
  /** A dialog begins here. */
  readonly isFirst?: boolean;
  onChange(isOn: boolean): void;
}

/** One thing that is so or not. */
export function CheckField({ label, isOn, isWide = false, isFirst = false, onChange }: CheckFieldProps) {
  return (
    <label className={isWide ? 'line check-field form-wide' : 'line check-field'}>
      <input
        type="checkbox"
        checked={isOn}
        {...(isFirst ? { 'data-first-focus': true } : {})}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
