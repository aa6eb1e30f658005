import { useRef } from 'react';
import { Button } from '../Button.tsx';
import { TextField } from './TextField.tsx';

interface ReasonFieldProps {
  readonly label: string;
  readonly value: string;
  /** Ready ones, one press each. */
  readonly ready: readonly string[];
  onChange(reason: string): void;
}

/** Why something is done: a ready reason or a few words of one's own. */
export function ReasonField({ label, value, ready, onChange }: ReasonFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // On to the field, so that the next Enter does what the reason is for.
  const choose = (reason: string): void => {
    onChange(reason);
    field.current?.focus();
  };
  return (
    <>
      <div className="line">
        {ready.map((reason) => (
          <Button key={reason} size="small" isPressed={value === reason} onPress={() => choose(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <TextField ref={field} label={label} maxLength={100} value={value} onChange={onChange} />
    </>
  );
}
