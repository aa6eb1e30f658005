import { useTranslation } from 'react-i18next';
import { type ImportItem, isUnderWay } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { KnownFile } from './KnownFile.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunSummary } from './RunSummary.tsx';
import { UnreadableFile } from './UnreadableFile.tsx';

/** One file by its stage: being read, asking, running, done. */
export function FilePanel({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  if (isUnderWay(item)) return <RunProgress item={item} />;
  if (item.stage === 'unreadable') return <UnreadableFile item={item} />;
  if (item.stage === 'finished') return <RunSummary item={item} />;
  if (item.stage === 'failed' && item.failure !== null)
    return (
      <FailureNotice failure={item.failure}>
        <Button onPress={() => importQueue.remove(item.id)}>{t('common.close')}</Button>
      </FailureNotice>
    );
  if (item.stage === 'waiting')
    return (
      <section className="panel panel-pad line" aria-label={item.name}>
        <h2 className="grow">{t('imports.waitsForTurn', { file: item.name })}</h2>
        <Button onPress={() => importQueue.cancel(item.id)}>{t('imports.notYet')}</Button>
      </section>
    );
  if (item.recognition === null)
    return (
      <section className="panel panel-pad" aria-label={item.name}>
        <p className="soft">{t('imports.reading')}</p>
      </section>
    );
  return <KnownFile item={item} recognition={item.recognition} />;
}
