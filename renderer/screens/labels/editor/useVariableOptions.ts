import { useTranslation } from 'react-i18next';
import { type LabelVariable, labelVariables } from '../../../../shared/domain/labelTemplate.ts';

/** Every variable by its name. */
export function useVariableOptions(): { readonly value: LabelVariable; readonly label: string }[] {
  const { t } = useTranslation();
  return labelVariables.map((value) => ({ value, label: t(`labelEditor.variable.${value}`) }));
}
