import { useTranslation } from 'react-i18next';
import {
  type CodeSource,
  type LabelVariable,
  type TemplateElement,
  templateLimits,
} from '../../../../shared/domain/labelTemplate.ts';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../../parts/form/choices.ts';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useVariableOptions } from './elementWords.ts';
import { type ChangeElement, partOf } from './templateEdits.ts';

interface CodeFieldsProps {
  readonly element: Extract<TemplateElement, { kind: 'barcode' | 'qr' }>;
  onChange: ChangeElement;
}

/** What a barcode or QR code carries, and whether it can be read by eye as well. */
export function CodeFields({ element, onChange }: CodeFieldsProps) {
  const { t } = useTranslation();
  const variables = useVariableOptions();
  const { source } = element;
  const put = (next: CodeSource, tag: string): void => onChange(partOf(element.kind, { source: next }), tag);
  return (
    <>
      <ChoiceField
        label={t('labelEditor.carries')}
        value={source.kind}
        choices={choicesOf(['variable', 'text'], (value) => t(`labelEditor.kind.${value}`))}
        onChange={(kind) => put(kind === 'text' ? { kind, text: '' } : { kind, variable: 'orderNo' }, '')}
      />
      {source.kind === 'variable' ? (
        <SelectField
          label={t('labelEditor.shows')}
          value={source.variable}
          options={variables}
          onChange={(variable) => put({ kind: 'variable', variable: variable as LabelVariable }, '')}
        />
      ) : (
        <TextField
          label={t('labelEditor.text')}
          hint={t('labelEditor.codeHint')}
          maxLength={templateLimits.textLength}
          value={source.text}
          onChange={(text) => put({ kind: 'text', text }, 'text')}
        />
      )}
      {element.kind === 'barcode' && (
        <CheckField
          label={t('labelEditor.showsText')}
          isOn={element.showsText}
          onChange={(showsText) => onChange(partOf('barcode', { showsText }), '')}
        />
      )}
    </>
  );
}
