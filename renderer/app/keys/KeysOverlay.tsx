import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useKeyLayers } from '../../parts/keys.ts';

/** Every key that does something here, the screen's own first. */
export function KeysOverlay({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const layers = useKeyLayers((store) => store.layers);
  const table = [
    ['↑ ↓', t('keys.tableMove')],
    [t('keys.space'), t('keys.tableTick')],
    ['Shift+↑ ↓', t('keys.tableRange')],
    ['Ctrl+A', t('keys.tableAll')],
    ['Ctrl+C', t('keys.tableCopy')],
  ] as const;
  return (
    <Dialog title={t('keys.title')} width={560} onClose={onClose}>
      <div className="keys-grid">
        {[...layers].reverse().map(({ id, bindings }) => (
          <dl key={id} className="keys-list">
            {bindings.map(({ combo, says }) => (
              <div key={combo}>
                <dt>
                  <KeyHint
                    combo={combo.replace(
                      /^Ctrl\+[a-z]$/,
                      (plain) => plain.slice(0, -1) + plain.at(-1)?.toUpperCase(),
                    )}
                  />
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        ))}
        <dl className="keys-list">
          {table.map(([combo, says]) => (
            <div key={combo}>
              <dt>
                <KeyHint combo={combo} />
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="soft small">{t('keys.scan')}</p>
    </Dialog>
  );
}
