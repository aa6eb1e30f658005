import { useTranslation } from 'react-i18next';
import {
  type ElementCondition,
  type ElementTextStyle,
  templateLimits,
} from '../../../../shared/domain/printing/labelTemplate.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { MmField } from '../../../parts/form/MmField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useVariableOptions } from './elementWords.ts';

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

interface ConditionFieldsProps {
  readonly condition: ElementCondition;
  onChange(condition: ElementCondition, tag: string): void;
}

const whens = ['always', 'filled', 'empty', 'is', 'is-not'] as const;

function changeWhen(condition: ElementCondition, when: (typeof whens)[number]): ElementCondition {
  const variable = condition.when === 'always' ? 'codAmount' : condition.variable;
  if (when === 'always') return { when };
  if (when === 'filled' || when === 'empty') return { when, variable };
  return { when, variable, value: 'value' in condition ? condition.value : '' };
}

/** When an element is drawn: always, or by what the order says. */
export function ConditionFields({ condition, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation();
  const variables = useVariableOptions();
  return (
    <div className="stack-tight">
      <div className="form-grid">
        <SelectField
          label={t('labelEditor.condition')}
          value={condition.when}
          options={whens.map((value) => ({ value, label: t(`labelEditor.when.${value}`) }))}
          onChange={(when) => onChange(changeWhen(condition, when), '')}
        />
        {condition.when !== 'always' && (
          <SelectField
            label={t('labelEditor.conditionOf')}
            value={condition.variable}
            options={variables}
            onChange={(variable) => onChange({ ...condition, variable }, '')}
          />
        )}
      </div>
      {'value' in condition && (
        <TextField
          label={t('labelEditor.conditionValue')}
          maxLength={templateLimits.textLength}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value }, 'condition')}
        />
      )}
    </div>
  );
}
