import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleNames } from '../../../shared/text/ruleSentence.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { PlaceEditor, TextsEditor } from './PlaceEditor.tsx';
import { amountOf, type Condition, newCondition } from './ruleDraft.ts';

interface ConditionEditorProps {
  readonly condition: Condition;
  readonly names: RuleNames;
  onChange(condition: Condition): void;
  onRemove(): void;
  onClose(): void;
}

/** Edits one clause right below its sentence, which follows every change. */
export function ConditionEditor({ condition, names, onChange, onRemove, onClose }: ConditionEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-editor" aria-label={t('rules.edit.title')}>
      {'isNot' in condition && (
        <ChoiceField
          label={t('rules.edit.match')}
          value={condition.isNot ? 'isNot' : 'is'}
          choices={(['is', 'isNot'] as const).map((value) => ({ value, label: t(`rules.edit.${value}`) }))}
          onChange={(value) => onChange({ ...condition, isNot: value === 'isNot' })}
        />
      )}
      {condition.kind === 'place' && <PlaceEditor condition={condition} names={names} onChange={onChange} />}
      {'texts' in condition && <TextsEditor condition={condition} onChange={onChange} />}
      {'over' in condition && <RangeEditor condition={condition} onChange={onChange} />}
      {condition.kind === 'cod' && (
        <ChoiceField
          label={t('rules.kind.cod')}
          value={condition.isCod ? 'yes' : 'no'}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`rules.edit.${value}`) }))}
          onChange={(value) => onChange({ ...condition, isCod: value === 'yes' })}
        />
      )}
      <div className="form-actions">
        <Button size="small" look="primary" onPress={onClose}>
          {t('rules.edit.done')}
        </Button>
        <Button size="small" icon="trash" onPress={onRemove}>
          {t('rules.edit.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

type Range = Extract<Condition, { over: number | null }>;

const unitOf = {
  weight: ['kg', 1000],
  value: ['yuan', 100],
  quantity: ['pieces', 1],
  parcels: ['boxes', 1],
} as const;

function RangeEditor({ condition, onChange }: { condition: Range; onChange(condition: Condition): void }) {
  const { t } = useTranslation();
  const [unit, perUnit] = unitOf[condition.kind];
  const shown = (amount: number | null): string => (amount === null ? '' : String(amount / perUnit));
  const [texts, setTexts] = useState({ over: shown(condition.over), upTo: shown(condition.upTo) });
  const [isWrong, setWrong] = useState(false);
  const put = (change: Partial<typeof texts>): void => {
    const next = { ...texts, ...change };
    setTexts(next);
    const over = amountOf(next.over, perUnit);
    const upTo = amountOf(next.upTo, perUnit);
    const isBad =
      over === 'wrong' ||
      upTo === 'wrong' ||
      (over === null && upTo === null) ||
      (over !== null && upTo !== null && over >= upTo);
    setWrong(isBad);
    if (!isBad) onChange({ ...condition, over, upTo });
  };
  return (
    <div className="rule-range">
      {(['over', 'upTo'] as const).map((end) => (
        <TextField
          key={end}
          label={`${t(`rules.edit.${end}`)}（${t(`rules.edit.${unit}`)}）`}
          value={texts[end]}
          maxLength={12}
          isAutoFocused={end === 'over'}
          onChange={(text) => put({ [end]: text })}
        />
      ))}
      {isWrong && <p className="field-error">{t('rules.edit.wrong')}</p>}
    </div>
  );
}

const kinds = [
  'place',
  'weight',
  'goods',
  'shop',
  'source',
  'value',
  'cod',
  'remark',
  'quantity',
  'parcels',
  'carrier',
  'noWeight',
] as const;

/** What a further clause may be about: a row of buttons once it is asked for. */
export function AddCondition({ onAdd }: { onAdd(condition: Condition): void }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <IconButton icon="plus" label={t('rules.sentence.addCondition')} onPress={() => setAsking(true)} />
    );
  return (
    <span className="rule-kinds">
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          onPress={() => {
            setAsking(false);
            onAdd(newCondition(kind));
          }}
        >
          {t(`rules.kind.${kind}`)}
        </Button>
      ))}
      <IconButton icon="close" label={t('common.close')} onPress={() => setAsking(false)} />
    </span>
  );
}
