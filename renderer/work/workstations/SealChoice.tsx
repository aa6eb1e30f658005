import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';

const ways = ['readable', 'sealed'] as const;

interface SealChoiceProps {
  readonly isSealed: boolean;
  onChange(isSealed: boolean): void;
}

/** Whether names, phones, addresses and remarks are on the server in plain, and what either costs. */
export function SealChoice({ isSealed, onChange }: SealChoiceProps) {
  const { t } = useTranslation();
  const way = isSealed ? 'sealed' : 'readable';
  return (
    <>
      <ChoiceField<(typeof ways)[number]>
        label={t('workstations.personal')}
        value={way}
        choices={choicesOf(ways, (value) => t(`workstations.personals.${value}`))}
        onChange={(value) => onChange(value === 'sealed')}
      />
      <p className="soft small">{t(`workstations.personalNotes.${way}`)}</p>
    </>
  );
}
