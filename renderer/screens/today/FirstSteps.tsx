import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StatusView } from '../../../shared/contracts/statusContract.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type PlaceFocus, type ScreenId, usePlace } from '../../parts/usePlace.ts';

/** What a new workspace still lacks; gone once all is there. Each step can be left for later. */
export function FirstSteps({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const counts = useQuery(printQueries.counts()).data;
  const hasPrinted = counts === undefined || (counts.confirmed ?? 0) + (counts.sent ?? 0) > 0;
  const steps: readonly {
    id: 'sender' | 'printer' | 'account' | 'label';
    isDone: boolean;
    screen: ScreenId;
    focus: PlaceFocus;
  }[] = [
    { id: 'sender', isDone: status.hasSender, screen: 'settings', focus: { section: 'sender' } },
    { id: 'printer', isDone: status.hasPrinter, screen: 'settings', focus: { section: 'printers' } },
    { id: 'account', isDone: status.hasAccount, screen: 'settings', focus: { section: 'accounts' } },
    { id: 'label', isDone: hasPrinted, screen: status.ready > 0 ? 'ship' : 'import', focus: {} },
  ];
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <section className="panel today-list" aria-label={t('today.first.title')}>
      <h2>{t('today.first.title')}</h2>
      <ol className="plain-list first-steps">
        {steps.map(({ id, isDone, screen, focus }, index) => (
          <li key={id} className={isDone ? 'first-done' : ''}>
            <span className="first-mark">{isDone ? <Icon name="check" size={14} /> : index + 1}</span>
            <span className="grow">{t(`today.first.${id}`)}</span>
            {isDone ? (
              <span className="soft small">{t('today.first.done')}</span>
            ) : (
              <Button size="small" onPress={() => go(screen, focus)}>
                {t('today.first.do')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
