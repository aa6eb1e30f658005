import { useTranslation } from 'react-i18next';
import {
  type ImportItem,
  type ImportStage,
  importQueue,
  isUnderWay,
  useImportQueue,
} from '../../bridge/importQueue.ts';
import { IconButton } from '../../parts/Button.tsx';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { useKeys } from '../../parts/keys.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { asksPassword, openQuestions } from '../../work/intake/openQuestions.ts';

const tones: Readonly<Record<ImportStage, Tone>> = {
  reading: 'active',
  known: 'waiting',
  unreadable: 'failed',
  waiting: 'waiting',
  running: 'active',
  cancelling: 'active',
  finished: 'done',
  failed: 'failed',
};

/** What the queue says of a file beside its state: what it is, how far it is, how it ended. */
function useNote(item: ImportItem): string {
  const { t } = useTranslation();
  const { recognition, run, result } = item;
  if (isUnderWay(item)) return run.share === null ? formatCount(run.rows) : `${Math.round(run.share * 100)}%`;
  if (result !== null) return t('imports.queueDone', { imported: formatCount(result.summary.imported) });
  if (recognition === null) return '';
  return t(`source.${recognition.profile}`, recognition.profile);
}

function QueueRow({ item, isShown }: { readonly item: ImportItem; readonly isShown: boolean }) {
  const { t } = useTranslation();
  const { show } = useImportQueue.getState();
  const note = useNote(item);
  const asks = asksPassword(item) || (item.stage === 'known' && openQuestions(item).length > 0);
  return (
    <li className={`queue-row${isShown ? ' queue-row-shown' : ''}`}>
      <button type="button" aria-current={isShown} className="queue-name" onClick={() => show(item.id)}>
        <span className="queue-file" title={item.name}>
          {item.name}
        </span>
        <span className="soft small number">{note}</span>
        <StateMark
          tone={asks ? 'unsure' : tones[item.stage]}
          label={t(asks ? 'imports.stage.asks' : `imports.stage.${item.stage}`)}
        />
      </button>
      <IconButton
        icon="close"
        label={t('imports.putAwayNamed', { file: item.name })}
        onPress={() => importQueue.remove(item.id)}
      />
    </li>
  );
}

/** Several files at once: the state of each, and one key that starts all that need nothing more. */
export function FileQueue({
  items,
  shownId,
}: {
  readonly items: readonly ImportItem[];
  readonly shownId: string | null;
}) {
  const { t } = useTranslation();
  const { show } = useImportQueue.getState();
  const ready = items.filter((item) => item.stage === 'known' && openQuestions(item).length === 0);
  const step = (by: number): void => {
    const at = items.findIndex(({ id }) => id === shownId);
    const next = items[(at + by + items.length) % items.length];
    if (next !== undefined) show(next.id);
  };
  useKeys([
    { combo: ']', says: t('imports.nextFile'), run: () => step(1) },
    { combo: '[', says: t('imports.previousFile'), run: () => step(-1) },
  ]);
  return (
    <section className="panel import-queue" aria-label={t('imports.queue')}>
      <header className="line queue-head">
        <h2 className="grow">{t('imports.queueTitle', { count: items.length })}</h2>
        <KeyButton
          look={ready.length > 0 ? 'primary' : 'plain'}
          size="small"
          combo="Ctrl+Enter"
          isDisabled={ready.length === 0}
          onPress={() => importQueue.start(ready.map(({ id }) => id))}
        >
          {t('imports.startAll', { count: ready.length })}
        </KeyButton>
      </header>
      <ul className="plain-list queue-list">
        {items.map((item) => (
          <QueueRow key={item.id} item={item} isShown={item.id === shownId} />
        ))}
      </ul>
    </section>
  );
}
