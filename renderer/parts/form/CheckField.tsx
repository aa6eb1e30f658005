import './form.css';

interface CheckFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  /** Takes a row of its own in a grid of fields. */
  readonly isWide?: boolean;
  onChange(isOn: boolean): void;
}

/** One thing that is so or not. */
export function CheckField({ label, isOn, isWide = false, onChange }: CheckFieldProps) {
  return (
    <label className={isWide ? 'line check-field form-wide' : 'line check-field'}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
