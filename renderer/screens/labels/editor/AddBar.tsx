import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateElementKind } from '../../../../shared/domain/labelTemplate.ts';
import { Button } from '../../../parts/Button.tsx';
import { useKeys } from '../../../parts/useKeys.ts';

/** What can be put on a label, each with its key. */
const kinds: readonly (readonly [TemplateElementKind, string])[] = [
  ['text', 't'],
  ['variable', 'v'],
  ['line', 'l'],
  ['box', 'b'],
  ['image', 'g'],
  ['barcode', 'c'],
  ['qr', 'q'],
];

export function AddBar({ onAdd }: { onAdd(kind: TemplateElementKind): void }) {
  const { t } = useTranslation();
  useKeys(
    useMemo(
      () =>
        kinds.map(([kind, combo]) => ({
          combo,
          says: t('labelEditor.add', { kind: t(`labelEditor.kind.${kind}`) }),
          run: () => onAdd(kind),
        })),
      [t, onAdd],
    ),
  );
  return (
    <div className="line" role="toolbar" aria-label={t('labelEditor.addBar')}>
      {kinds.map(([kind, combo]) => (
        <Button key={kind} size="small" icon="plus" keyHint={combo.toUpperCase()} onPress={() => onAdd(kind)}>
          {t(`labelEditor.kind.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
