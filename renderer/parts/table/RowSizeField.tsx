import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { choicesOf } from '../form/choices.tsx';
import { rowSizes, useRowSize } from './rowSize.ts';

/** How large the rows of all tables are, for those who stand further away. */
export function RowSizeField() {
  const { t } = useTranslation();
  const { size, choose } = useRowSize();
  return (
    <ChoiceField
      label={t('table.rowSize')}
      value={size}
      choices={choicesOf(rowSizes, (value) => t(`table.size.${value}`))}
      onChange={choose}
    />
  );
}
