import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './import.css';
import { useImportRun } from '../../bridge/useImportRun.ts';
import { DropZone } from './DropZone.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { RecognisedFile } from './RecognisedFile.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunSummary } from './RunSummary.tsx';

/** File in → what we take it for → run → what needs a person; former imports below. */
export function ImportScreen() {
  const { t } = useTranslation();
  const run = useImportRun((store) => store.run);
  const [path, setPath] = useState<string | null>(null);
  const isRunning = run?.stage === 'running' || run?.stage === 'cancelling';
  return (
    <div className="screen screen-scroll">
      <header className="screen-head">
        <h1>{t('screen.import')}</h1>
      </header>
      {run !== null && isRunning && <RunProgress run={run} />}
      {run !== null && !isRunning && <RunSummary run={run} />}
      {!isRunning && path === null && <DropZone isSmall={run !== null} onFile={setPath} />}
      {!isRunning && path !== null && <RecognisedFile key={path} path={path} onLeave={() => setPath(null)} />}
      <ImportHistory />
    </div>
  );
}
