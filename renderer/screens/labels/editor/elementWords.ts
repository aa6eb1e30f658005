import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CodeSource,
  type LabelVariable,
  labelVariables,
  type TemplateElement,
} from '../../../../shared/domain/printing/labelTemplate.ts';

/** What an element is called, and what it shows in a few words. */
export function useElementWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const source = (from: CodeSource): string =>
      from.kind === 'variable' ? t(`labelEditor.variable.${from.variable}`) : from.text;
    return {
      kind: ({ kind }: TemplateElement): string => t(`labelEditor.kind.${kind}`),
      content(element: TemplateElement): string {
        switch (element.kind) {
          case 'text':
            return element.text;
          case 'variable':
            return `${element.before}${t(`labelEditor.variable.${element.variable}`)}${element.after}`;
          case 'barcode':
          case 'qr':
            return source(element.source);
          default:
            return '';
        }
      },
    };
  }, [t]);
}

/** Every variable by its name. */
export function useVariableOptions(): { readonly value: LabelVariable; readonly label: string }[] {
  const { t } = useTranslation();
  return labelVariables.map((value) => ({ value, label: t(`labelEditor.variable.${value}`) }));
}
