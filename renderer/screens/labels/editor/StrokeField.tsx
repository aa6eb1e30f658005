import { useTranslation } from 'react-i18next';
import type { TemplateElement } from '../../../../shared/domain/labelTemplate.ts';
import { MmField } from '../../../parts/form/MmField.tsx';
import type { ChangeElement } from './changeElement.ts';

interface StrokeFieldProps {
  readonly element: Extract<TemplateElement, { kind: 'box' }>;
  onChange: ChangeElement;
}

/** 0.1 to 5 mm. */
const strokeRange = { min: 1, max: 50 } as const;

export function StrokeField({ element, onChange }: StrokeFieldProps) {
  const { t } = useTranslation();
  return (
    <MmField
      label={t('labelEditor.stroke')}
      tenths={element.strokeTenthMm}
      {...strokeRange}
      onChange={(strokeTenthMm) =>
        onChange((before) => (before.kind === 'box' ? { ...before, strokeTenthMm } : before), 'stroke')
      }
    />
  );
}
