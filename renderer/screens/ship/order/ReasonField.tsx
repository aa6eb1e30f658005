import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';

/** Shortest reason the core accepts. */
export const minReason = 2;

interface ReasonFieldProps {
  /** Usual reasons, one press each. */
  readonly usual: readonly string[];
  readonly value: string;
  onChange(value: string): void;
}

/** Why: a usual reason with one press, or words of one's own. */
export function ReasonField({ usual, value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="line">
        {usual.map((reason) => (
          <Button key={reason} size="small" isPressed={reason === value} onPress={() => onChange(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <TextField label={t('parcels.reason')} maxLength={100} value={value} onChange={onChange} />
    </>
  );
}
