import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/keys/useKeys.ts';

/** Takes one order file, dropped or chosen. Only its path goes to the core. */
export function DropZone({ isSmall, onFile }: { readonly isSmall: boolean; onFile(path: string): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [isOver, setOver] = useState(false);
  const choose = (): void => {
    void pageBridge()
      .chooseFiles('orders')
      .then(([path]) => path !== undefined && onFile(path));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    const path = file === undefined ? '' : pageBridge().pathForFile(file);
    if (path === '') say({ tone: 'failed', says: t('imports.notAFile'), next: t('imports.notAFileNext') });
    else onFile(path);
  };
  // Beside a result the next obvious thing is to deal with that result, not with another file.
  useKeys(isSmall ? [] : [{ combo: 'Enter', says: t('imports.choose'), run: choose }]);
  return (
    <section
      className={`drop-zone${isOver ? ' drop-over' : ''}${isSmall ? ' drop-small' : ''}`}
      aria-label={t('imports.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="file" size={isSmall ? 24 : 36} />
      <div>
        <p className="drop-title">{t('imports.drop')}</p>
        <p className="soft small">{t('imports.kinds')}</p>
      </div>
      <Button
        look={isSmall ? 'plain' : 'primary'}
        size={isSmall ? 'work' : 'large'}
        icon="plus"
        {...(isSmall ? {} : { keyHint: 'Enter' })}
        onPress={choose}
      >
        {t('imports.choose')}
      </Button>
    </section>
  );
}
