import { useTranslation } from 'react-i18next';
import {
  type ElementCondition,
  type LabelVariable,
  templateLimits,
} from '../../../../shared/domain/labelTemplate.ts';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useVariableOptions } from './useVariableOptions.ts';

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
          onChange={(when) => onChange(changeWhen(condition, when as (typeof whens)[number]), '')}
        />
        {condition.when !== 'always' && (
          <SelectField
            label={t('labelEditor.conditionOf')}
            value={condition.variable}
            options={variables}
            onChange={(variable) => onChange({ ...condition, variable: variable as LabelVariable }, '')}
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
