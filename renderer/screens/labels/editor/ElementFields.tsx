import { useTranslation } from 'react-i18next';
import {
  type CodeSource,
  type TemplateElement,
  templateLimits,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../../parts/form/choices.tsx';
import { MmField } from '../../../parts/form/MmField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { LogoField } from '../LogoDialog.tsx';
import { type AreaSides, type ElementBox, keepInside, smallestSide } from './boxes.ts';
import { useVariableOptions } from './elementWords.ts';
import { ConditionFields, StyleFields } from './StyleFields.tsx';
import { type ChangeElement, partOf } from './templateEdits.ts';

interface ElementFieldsProps {
  readonly element: TemplateElement;
  readonly area: AreaSides;
  onChange: ChangeElement;
}

function VariableFields({
  element,
  onChange,
}: {
  readonly element: Extract<TemplateElement, { kind: 'variable' }>;
  onChange: ChangeElement;
}) {
  const { t } = useTranslation();
  const put = (part: Partial<typeof element>, tag: string): void => onChange(partOf('variable', part), tag);
  return (
    <>
      <SelectField
        label={t('labelEditor.shows')}
        value={element.variable}
        options={useVariableOptions()}
        onChange={(variable) => put({ variable }, '')}
      />
      <div className="form-grid">
        <TextField
          label={t('labelEditor.before')}
          maxLength={templateLimits.textLength}
          value={element.before}
          onChange={(before) => put({ before }, 'before')}
        />
        <TextField
          label={t('labelEditor.after')}
          maxLength={templateLimits.textLength}
          value={element.after}
          onChange={(after) => put({ after }, 'after')}
        />
      </div>
    </>
  );
}

function ContentFields({ element, onChange }: Omit<ElementFieldsProps, 'area'>) {
  const { t } = useTranslation();
  switch (element.kind) {
    case 'text':
      return (
        <TextField
          label={t('labelEditor.text')}
          rows={2}
          maxLength={templateLimits.textLength}
          value={element.text}
          onChange={(text) => onChange(partOf('text', { text }), 'text')}
        />
      );
    case 'variable':
      return <VariableFields element={element} onChange={onChange} />;
    case 'box':
      return <StrokeField element={element} onChange={onChange} />;
    case 'image':
      return (
        <LogoField logoId={element.logoId} onChange={(logoId) => onChange(partOf('image', { logoId }), '')} />
      );
    case 'barcode':
    case 'qr':
      return <CodeFields element={element} onChange={onChange} />;
    case 'line':
      return null;
  }
}

/** All that can be said about one element. */
export function ElementFields({ element, area, onChange }: ElementFieldsProps) {
  return (
    <div className="stack">
      <ContentFields element={element} onChange={onChange} />
      {(element.kind === 'text' || element.kind === 'variable') && (
        <StyleFields
          style={element.style}
          onChange={(part, tag) =>
            onChange(
              (before) =>
                before.kind === 'text' || before.kind === 'variable'
                  ? { ...before, style: { ...before.style, ...part } }
                  : before,
              tag,
            )
          }
        />
      )}
      <PlaceFields
        element={element}
        area={area}
        onChange={(box) => onChange((before) => ({ ...before, ...box }), 'place')}
      />
      <ConditionFields
        condition={element.condition}
        onChange={(condition, tag) => onChange((before) => ({ ...before, condition }), tag)}
      />
    </div>
  );
}

interface PlaceFieldsProps {
  readonly element: ElementBox;
  readonly area: AreaSides;
  onChange(box: ElementBox): void;
}

/** Place and size in millimetres, for who wants them exact. */
function PlaceFields({ element, area, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const { left, top, width, height } = element;
  const put = (part: Partial<ElementBox>): void =>
    onChange(keepInside({ left, top, width, height, ...part }, area));
  const sides = [
    ['left', 0, area.width - width],
    ['top', 0, area.height - height],
    ['width', smallestSide, area.width - left],
    ['height', smallestSide, area.height - top],
  ] as const;
  return (
    <div className="place-fields">
      {sides.map(([side, min, max]) => (
        <MmField
          key={side}
          label={t(`labelEditor.${side}`)}
          tenths={element[side]}
          min={min}
          max={max}
          onChange={(mm) => put({ [side]: mm })}
        />
      ))}
    </div>
  );
}

interface StrokeFieldProps {
  readonly element: Extract<TemplateElement, { kind: 'box' }>;
  onChange: ChangeElement;
}

/** 0.1 to 5 mm. */
const strokeRange = { min: 1, max: 50 } as const;

function StrokeField({ element, onChange }: StrokeFieldProps) {
  const { t } = useTranslation();
  return (
    <MmField
      label={t('labelEditor.stroke')}
      tenths={element.strokeTenthMm}
      {...strokeRange}
      onChange={(strokeTenthMm) => onChange(partOf('box', { strokeTenthMm }), 'stroke')}
    />
  );
}

interface CodeFieldsProps {
  readonly element: Extract<TemplateElement, { kind: 'barcode' | 'qr' }>;
  onChange: ChangeElement;
}

/** What a barcode or QR code carries, and whether it can be read by eye as well. */
function CodeFields({ element, onChange }: CodeFieldsProps) {
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
          onChange={(variable) => put({ kind: 'variable', variable }, '')}
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
