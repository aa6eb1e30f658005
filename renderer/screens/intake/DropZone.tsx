import { useTranslation } from 'react-i18next';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/useKeys.ts';

interface DropZoneProps {
  /** Beside other files: the next obvious thing is to deal with those. */
  readonly isSmall: boolean;
  readonly isOver: boolean;
  onPaths(paths: readonly string[]): void;
}

/** Says what may be dropped, pasted or chosen. The whole screen takes the drop; only paths go to the core. */
export function DropZone({ isSmall, isOver, onPaths }: DropZoneProps) {
  const { t } = useTranslation();
  const choose = (purpose: 'orders' | 'folder'): void => {
    void pageBridge().chooseFiles(purpose).then(onPaths);
  };
  useKeys([
    { combo: 'Ctrl+o', says: t('imports.choose'), run: () => choose('orders') },
    ...(isSmall ? [] : [{ combo: 'Enter', says: t('imports.choose'), run: () => choose('orders') }]),
  ]);
  return (
    <section
      className={`drop-zone${isOver ? ' drop-over' : ''}${isSmall ? ' drop-small' : ''}`}
      aria-label={t('imports.drop')}
    >
      <Icon name="file" size={isSmall ? 20 : 36} />
      <div>
        <p className="drop-title">{t(isSmall ? 'imports.dropMore' : 'imports.drop')}</p>
        {!isSmall && <p className="soft small">{t('imports.kinds')}</p>}
        {!isSmall && <p className="soft small">{t('imports.pasteHint')}</p>}
      </div>
      <div className="line">
        <Button
          look={isSmall ? 'plain' : 'primary'}
          size={isSmall ? 'small' : 'large'}
          icon="plus"
          keyHint={isSmall ? 'Ctrl+O' : 'Enter'}
          onPress={() => choose('orders')}
        >
          {t('imports.choose')}
        </Button>
        <Button size={isSmall ? 'small' : 'large'} onPress={() => choose('folder')}>
          {t('imports.chooseFolder')}
        </Button>
      </div>
    </section>
  );
}
