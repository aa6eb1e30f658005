import { useTranslation } from 'react-i18next';
import type { ImportItem, ImportRun } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { formatCount } from '../../parts/formatCount.ts';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { useDuration } from '../../parts/useDuration.ts';
import { useKeys } from '../../parts/useKeys.ts';

/** Seconds left at the present rate; null until there is one. */
function secondsLeft({ rows, share, rowsPerSecond }: ImportRun): number | null {
  if (share === null || share <= 0 || rowsPerSecond <= 0) return null;
  return (rows / share - rows) / rowsPerSecond;
}

/** An import under way; it goes on when the screen is left. */
export function RunProgress({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const { run } = item;
  const left = secondsLeft(run);
  const cancel = (): void => importQueue.cancel(item.id);
  useKeys([{ combo: 'Ctrl+.', says: t('common.cancel'), run: cancel }]);
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.running')}>
      <header className="line">
        <h2 className="grow">{t('imports.importing', { file: item.name })}</h2>
        <Button keyHint="Ctrl+." isBusy={item.stage === 'cancelling'} onPress={cancel}>
          {t('common.cancel')}
        </Button>
      </header>
      <ProgressBar share={run.share} label={t('imports.running')} />
      <p className="run-figures">
        <strong className="number">
          {run.share === null ? formatCount(run.rows) : `${Math.round(run.share * 100)}%`}
        </strong>
        <span className="number">
          {t('imports.rowsDone', { rows: formatCount(run.rows), imported: formatCount(run.imported) })}
        </span>
        <span className="soft number">
          {t('imports.rate', { rate: formatCount(Math.round(run.rowsPerSecond)) })}
        </span>
        {left !== null && <span className="soft number">{t('imports.left', { left: duration(left) })}</span>}
      </p>
      <p className="soft small">{t('imports.mayLeave')}</p>
    </section>
  );
}
