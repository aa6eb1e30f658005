import { useId, useState } from 'react';
import './form.css';

/** Whole tenths of a millimetre from what was typed (`12`, `12.5`, `12,5`); null for anything else. */
export function readMm(text: string): number | null {
  const typed = text.trim().replace(/[,，。]/g, '.');
  if (!/^-?\d{1,4}(\.\d?)?$/.test(typed)) return null;
  return Math.round(Number(typed) * 10);
}

/** Tenths of a millimetre as they are typed: 125 → `12.5`, 120 → `12`. */
export function formatMm(tenths: number): string {
  return String(tenths / 10);
}

interface MmFieldProps {
  readonly label: string;
  /** Whole tenths of a millimetre. */
  readonly tenths: number;
  readonly min: number;
  readonly max: number;
  onChange(tenths: number): void;
}

/** Millimetres with one decimal. What cannot be read or is outside is put right when the field is left. */
export function MmField({ label, tenths, min, max, onChange }: MmFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    setTyped(text);
    const read = readMm(text);
    if (read !== null && read >= min && read <= max) onChange(read);
  };
  const step = (by: number): void => {
    setTyped(null);
    onChange(Math.min(max, Math.max(min, tenths + by)));
  };
  return (
    <div className="field mm-field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        id={id}
        className="text-input number"
        inputMode="decimal"
        autoComplete="off"
        maxLength={7}
        value={typed ?? formatMm(tenths)}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          step(by * (event.shiftKey ? 10 : 1));
        }}
      />
    </div>
  );
}
