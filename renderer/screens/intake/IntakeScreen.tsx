import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandedFile } from '../../../shared/contracts/bridge.ts';
import { ask } from '../../bridge/core.ts';
import './intake.css';
import { failureOf } from '../../bridge/failureOf.ts';
import { importQueue, useImportQueue } from '../../bridge/importQueue.ts';
import { pageBridge } from '../../bridge/page.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { isTextField, useKeys } from '../../parts/keys.ts';
import { lettersOf } from '../../parts/letters.ts';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { Tabs } from '../../parts/Tabs.tsx';
import { useDescribe } from '../../words/describe.ts';
import { AwayNotice } from '../../work/away/AwayNotice.tsx';
import { ChangesView } from './changes/ChangesView.tsx';
import { FilePanel } from './FilePanel.tsx';
import { FileQueue } from './FileQueue.tsx';
import { historySight, ImportHistory } from './ImportHistory.tsx';
import { WaitingImports } from './WaitingImports.tsx';

type View = 'files' | 'changes';

/** The two halves of intake: what comes in, and what newer files say of orders that are here. */
function ViewChoice({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const counts = useQuery(ask.changes.counts.queryOptions()).data;
  const show = (section: View): void => go('import', { section });
  useKeys([
    {
      combo: lettersOf.import.changes,
      says: t('changes.title'),
      run: () => show(view === 'changes' ? 'files' : 'changes'),
    },
  ]);
  return (
    <Tabs
      label={t('common.show')}
      chosen={view}
      onChoose={show}
      tabs={[
        { id: 'files', label: t('imports.view.files') },
        {
          id: 'changes',
          label: t('imports.view.changes'),
          count: counts?.pending,
          ...((counts?.alarms ?? 0) > 0 ? { tone: 'failed' } : {}),
        },
      ]}
    />
  );
}

/** Files in → what we take them for → run → what needs a person; previous imports below. */
function FilesView() {
  const { items, shownId } = useImportQueue();
  const intake = useIntake();
  const shown = items.find(({ id }) => id === shownId);
  const history = useWindowRows(ask.imports.history, {}, historySight);
  const size = items.length > 0 ? 'line' : history.isLoading || history.total > 0 ? 'strip' : 'whole';
  return (
    <div className="import-files" {...intake.target}>
      <DropZone size={size} isOver={intake.isOver} onFiles={intake.addFiles} />
      {items.length > 1 && <FileQueue items={items} shownId={shownId} />}
      {shown !== undefined && <FilePanel key={shown.id} item={shown} />}
      <WaitingImports />
      <ImportHistory rows={history} />
    </div>
  );
}

/** Where orders come in. */
export function IntakeScreen({ focus }: { readonly focus: PlaceFocus }) {
  const { t } = useTranslation();
  const view: View = focus.section === 'changes' ? 'changes' : 'files';
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.import')}</h1>
        <ViewChoice view={view} />
      </header>
      <AwayNotice />
      {view === 'changes' ? (
        <ChangesView key={focus.importId ?? ''} importId={focus.importId} />
      ) : (
        <FilesView />
      )}
    </div>
  );
}

/** `whole`: nobody has imported yet · `strip`: for those who know it · `line`: beside files, which come first. */
type DropSize = 'whole' | 'strip' | 'line';

interface DropZoneProps {
  readonly size: DropSize;
  readonly isOver: boolean;
  onFiles(files: readonly HandedFile[]): void;
}

/** Says what may be dropped, pasted or chosen. The whole screen takes the drop; only what stands for the files goes to the core. */
function DropZone({ size, isOver, onFiles }: DropZoneProps) {
  const isSmall = size === 'line';
  const buttonSize = size === 'whole' ? 'large' : isSmall ? 'small' : 'work';
  const { t } = useTranslation();
  const choose = (purpose: 'orders' | 'folder'): void => {
    void pageBridge().chooseFiles(purpose).then(onFiles);
  };
  useKeys([
    { combo: 'Ctrl+o', says: t('imports.choose'), run: () => choose('orders') },
    ...(isSmall ? [] : [{ combo: 'Enter', says: t('imports.choose'), run: () => choose('orders') }]),
  ]);
  return (
    <section className={`drop-zone drop-${size}${isOver ? ' drop-over' : ''}`} aria-label={t('imports.drop')}>
      <Icon name="file" size={size === 'whole' ? 36 : 20} />
      <div>
        <p className="drop-title">{t(isSmall ? 'imports.dropMore' : 'imports.drop')}</p>
        {!isSmall && <p className="soft small">{t('imports.kinds')}</p>}
        {size === 'whole' && <p className="soft small">{t('imports.pasteHint')}</p>}
      </div>
      <div className="line">
        <Button
          look={isSmall ? 'plain' : 'primary'}
          size={buttonSize}
          icon="plus"
          keyHint={isSmall ? 'Ctrl+O' : 'Enter'}
          onPress={() => choose('orders')}
        >
          {t('imports.choose')}
        </Button>
        <Button size={buttonSize} onPress={() => choose('folder')}>
          {t('imports.chooseFolder')}
        </Button>
      </div>
    </section>
  );
}

/** Cells need a tab or a line break; a single word is no table. */
const looksLikeRows = (text: string): boolean => /[\t\n]/.test(text.trim());

/** Everything that brings rows onto the screen: dropped files, chosen files, files or cells from the clipboard. */
function useIntake() {
  const { t } = useTranslation();
  const describe = useDescribe();
  const [isOver, setOver] = useState(false);
  /** `otherwise`: what to do when none of them is a file on disk. */
  const takeIn = useCallback(
    (handing: Promise<readonly HandedFile[]>, otherwise: () => unknown) =>
      void handing
        .then((files) => (files.length > 0 ? importQueue.addFiles(files) : otherwise()))
        .catch((error: unknown) => {
          const failure = failureOf(error);
          say({ tone: 'failed', ...describe(failure.code, failure.params), code: failure.code });
        }),
    [describe],
  );
  const addFiles = useCallback(
    (files: readonly HandedFile[]) => takeIn(Promise.resolve(files), () => undefined),
    [takeIn],
  );
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      if (clipboardData === null || isTextField(document.activeElement)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const pasted = clipboardData.getData('text/plain');
      event.preventDefault();
      takeIn(pageBridge().handFiles([...clipboardData.files]), () =>
        looksLikeRows(pasted)
          ? importQueue.addPasted(pasted, t('imports.pasted'))
          : say({ tone: 'failed', says: t('imports.notRows'), next: t('imports.notRowsNext') }),
      );
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [takeIn, t]);
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    takeIn(pageBridge().handFiles([...event.dataTransfer.files]), () =>
      say({ tone: 'failed', says: t('imports.notAFile'), next: t('imports.notAFileNext') }),
    );
  };
  return {
    isOver,
    addFiles,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (event.currentTarget === event.target) setOver(false);
      },
      onDrop: drop,
    },
  };
}
