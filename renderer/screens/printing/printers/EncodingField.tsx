import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../parts/form/SelectField.tsx';

interface EncodingFieldProps {
  /** Forms the printer's language can write a picture in, the usual one first. */
  readonly encodings: readonly string[];
  /** null: the usual one. */
  readonly value: string | null;
  onChange(encoding: string | null): void;
}

const usual = 'usual';

/** How pictures are written, where the language leaves a choice; nothing elsewhere. */
export function EncodingField({ encodings, value, onChange }: EncodingFieldProps) {
  const { t } = useTranslation();
  const [first] = encodings;
  if (first === undefined) return null;
  const word = (encoding: string): string => t(`printerSetup.encodingOf.${encoding}`, encoding);
  return (
    <SelectField
      label={t('printerSetup.encoding')}
      value={value ?? usual}
      options={[
        { value: usual, label: t('printerSetup.encodingUsual', { encoding: word(first) }) },
        ...encodings.map((encoding) => ({ value: encoding, label: word(encoding) })),
      ]}
      onChange={(chosen) => onChange(chosen === usual ? null : chosen)}
    />
  );
}
