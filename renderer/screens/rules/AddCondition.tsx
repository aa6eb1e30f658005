import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { type Condition, newCondition } from './ruleDraft.ts';

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
      <Button
        look="quiet"
        size="small"
        icon="plus"
        label={t('rules.sentence.addCondition')}
        onPress={() => setAsking(true)}
      />
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
      <Button
        look="quiet"
        size="small"
        icon="close"
        label={t('common.close')}
        onPress={() => setAsking(false)}
      />
    </span>
  );
}
