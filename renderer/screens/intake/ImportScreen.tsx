import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import './intake.css';
import { changeQueries } from '../../bridge/queries/changeQueries.ts';
import { useImportQueue } from '../../bridge/useImportQueue.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { type PlaceFocus, usePlace } from '../../parts/usePlace.ts';
import { ChangesView } from './changes/ChangesView.tsx';
import { DropZone } from './DropZone.tsx';
import { FilePanel } from './FilePanel.tsx';
import { FileQueue } from './FileQueue.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { useIntake } from './useIntake.ts';

type View = 'files' | 'changes';

/** The two halves of intake: what comes in, and what newer files say of orders that are here. */
function ViewChoice({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const counts = useQuery(changeQueries.counts()).data;
  const show = (section: string): void => go('import', { section });
  useKeys([
    { combo: 'c', says: t('changes.title'), run: () => show(view === 'changes' ? 'files' : 'changes') },
  ]);
  return (
    <FilterChips
      label={t('imports.views')}
      chosen={view}
      onChoose={show}
      choices={[
        { id: 'files', label: t('imports.view.files'), count: undefined },
        {
          id: 'changes',
          label: t('imports.view.changes'),
          count: counts?.pending,
          tone: (counts?.alarms ?? 0) > 0 ? 'failed' : 'unsure',
        },
      ]}
    />
  );
}

/** Files in → what we take them for → run → what needs a person; former imports below. */
function FilesView() {
  const { items, shownId } = useImportQueue();
  const intake = useIntake();
  const shown = items.find(({ id }) => id === shownId);
  return (
    <div className="import-files" {...intake.target}>
      <DropZone isSmall={items.length > 0} isOver={intake.isOver} onPaths={intake.addPaths} />
      {items.length > 1 && <FileQueue items={items} shownId={shownId} />}
      {shown !== undefined && <FilePanel key={shown.id} item={shown} />}
      <ImportHistory />
    </div>
  );
}

/** Where orders come in. */
export function ImportScreen({ focus }: { readonly focus: PlaceFocus }) {
  const { t } = useTranslation();
  const view: View = focus.section === 'changes' ? 'changes' : 'files';
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.import')}</h1>
        <ViewChoice view={view} />
      </header>
      {view === 'changes' ? (
        <ChangesView key={focus.importId ?? ''} importId={focus.importId} />
      ) : (
        <FilesView />
      )}
    </div>
  );
}
