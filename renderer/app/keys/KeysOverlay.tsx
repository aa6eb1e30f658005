import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useKeyLayers } from '../../parts/keys.ts';

interface KeyListProps {
  readonly title: string;
  readonly keys: readonly (readonly [combo: string, says: string])[];
}

/** Letters are on the keyboard as capitals. */
const printed = (combo: string): string =>
  combo.replace(/(^|\+)([a-z])$/, (_, before: string, letter: string) => before + letter.toUpperCase());

function KeyList({ title, keys }: KeyListProps): ReactNode {
  if (keys.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl className="keys-list">
        {keys.map(([combo, says]) => (
          <div key={combo}>
            <dt>
              <KeyHint combo={printed(combo)} />
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Every key that does something here: what the screen adds, then tables, then what works everywhere. */
export function KeysOverlay({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const layers = useKeyLayers((store) => store.layers);
  const isShell = (layer: (typeof layers)[number]): boolean =>
    layer.bindings.some(({ combo }) => combo === 'Ctrl+k' || combo === 'F1');
  const keysOf = (wanted: boolean): KeyListProps['keys'] => {
    const bindings = layers.filter((layer) => isShell(layer) === wanted).flatMap((layer) => layer.bindings);
    return [...new Map(bindings.map(({ combo, says }) => [combo, says]))];
  };
  return (
    <Dialog title={t('keys.title')} width={640} onClose={onClose}>
      <div className="keys-grid">
        <div className="keys-part">
          <KeyList title={t('keys.here')} keys={keysOf(false)} />
          <KeyList
            title={t('keys.tables')}
            keys={[
              ['↑ ↓', t('keys.tableMove')],
              [t('keys.space'), t('keys.tableTick')],
              ['Shift+↑ ↓', t('keys.tableRange')],
              ['Ctrl+A', t('keys.tableAll')],
              ['Ctrl+C', t('keys.tableCopy')],
            ]}
          />
        </div>
        <div className="keys-part">
          <KeyList title={t('keys.everywhere')} keys={keysOf(true)} />
        </div>
      </div>
      <p className="soft small">{t('keys.scan')}</p>
    </Dialog>
  );
}
