import { useTranslation } from 'react-i18next';
import './import.css';
import { useImportQueue } from '../../bridge/useImportQueue.ts';
import { DropZone } from './DropZone.tsx';
import { FilePanel } from './FilePanel.tsx';
import { FileQueue } from './FileQueue.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { useIntake } from './useIntake.ts';

/** Files in → what we take them for → run → what needs a person; former imports below. */
export function ImportScreen() {
  const { t } = useTranslation();
  const { items, shownId } = useImportQueue();
  const intake = useIntake();
  const shown = items.find(({ id }) => id === shownId);
  return (
    <div className="screen screen-scroll import-screen" {...intake.target}>
      <header className="screen-head">
        <h1>{t('screen.import')}</h1>
        <span className="grow" />
        {items.length > 0 && <DropZone isSmall isOver={intake.isOver} onPaths={intake.addPaths} />}
      </header>
      {items.length === 0 && <DropZone isSmall={false} isOver={intake.isOver} onPaths={intake.addPaths} />}
      {items.length > 1 && <FileQueue items={items} shownId={shownId} />}
      {shown !== undefined && <FilePanel key={shown.id} item={shown} />}
      <ImportHistory />
    </div>
  );
}
