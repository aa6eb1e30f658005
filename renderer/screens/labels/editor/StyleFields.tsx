import { useTranslation } from 'react-i18next';
import type { ElementTextStyle } from '../../../../shared/domain/labelTemplate.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { MmField } from '../../../parts/form/MmField.tsx';

interface StyleFieldsProps {
  readonly style: ElementTextStyle;
  onChange(part: Partial<ElementTextStyle>, tag: string): void;
}

/** Letters of 1.5 to 30 mm. */
const fontRange = { min: 15, max: 300 } as const;
const aligns = ['left', 'center', 'right'] as const;
const verticals = ['top', 'middle'] as const;

/** How a text looks. */
export function StyleFields({ style, onChange }: StyleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="line element-style">
        <MmField
          label={t('labelEditor.fontSize')}
          tenths={style.fontTenthMm}
          {...fontRange}
          onChange={(fontTenthMm) => onChange({ fontTenthMm }, 'font')}
        />
        <Button size="small" isPressed={style.isBold} onPress={() => onChange({ isBold: !style.isBold }, '')}>
          {t('labelEditor.bold')}
        </Button>
        <Button
          size="small"
          isPressed={style.isInverted}
          onPress={() => onChange({ isInverted: !style.isInverted }, '')}
        >
          {t('labelEditor.inverted')}
        </Button>
      </div>
      <div className="line element-style">
        <ChoiceField
          label={t('labelEditor.align')}
          value={style.align}
          choices={aligns.map((value) => ({ value, label: t(`labelEditor.aligned.${value}`) }))}
          onChange={(align) => onChange({ align }, '')}
        />
        <ChoiceField
          label={t('labelEditor.vertical')}
          value={style.vertical}
          choices={verticals.map((value) => ({ value, label: t(`labelEditor.placed.${value}`) }))}
          onChange={(vertical) => onChange({ vertical }, '')}
        />
      </div>
    </>
  );
}
