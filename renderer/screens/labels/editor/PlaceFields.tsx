import { useTranslation } from 'react-i18next';
import { MmField } from '../../../parts/form/MmField.tsx';
import { type AreaSides, type ElementBox, keepInside, smallestSide } from './elementBox.ts';

interface PlaceFieldsProps {
  readonly element: ElementBox;
  readonly area: AreaSides;
  onChange(box: ElementBox): void;
}

/** Place and size in millimetres, for who wants them exact. */
export function PlaceFields({ element, area, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const { left, top, width, height } = element;
  const put = (part: Partial<ElementBox>): void =>
    onChange(keepInside({ left, top, width, height, ...part }, area));
  return (
    <div className="place-fields">
      <MmField
        label={t('labelEditor.left')}
        tenths={left}
        min={0}
        max={area.width - width}
        onChange={(mm) => put({ left: mm })}
      />
      <MmField
        label={t('labelEditor.top')}
        tenths={top}
        min={0}
        max={area.height - height}
        onChange={(mm) => put({ top: mm })}
      />
      <MmField
        label={t('labelEditor.width')}
        tenths={width}
        min={smallestSide}
        max={area.width - left}
        onChange={(mm) => put({ width: mm })}
      />
      <MmField
        label={t('labelEditor.height')}
        tenths={height}
        min={smallestSide}
        max={area.height - top}
        onChange={(mm) => put({ height: mm })}
      />
    </div>
  );
}
