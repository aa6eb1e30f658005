import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { carrierLabelQueries } from '../../bridge/queries/carrierLabelQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { usePlace } from '../../parts/usePlace.ts';

/** Labels that came out in our own layout where the carrier's was wanted: said until somebody has read it. */
export function OwnLayoutNote() {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const untold = useQuery(carrierLabelQueries.untold()).data;
  const read = useMutation({ mutationFn: (newestId: string) => core.carrierLabels.markTold({ newestId }) });
  const count = untold?.total ?? 0;
  const gotIt = (): void => {
    if (untold !== undefined && untold.newestId !== '' && !read.isPending) read.mutate(untold.newestId);
  };
  useKeys(count > 0 ? [{ combo: 'k', says: t('carrierLabels.gotIt'), run: gotIt }] : []);
  if (untold === undefined || count === 0) return null;
  const reasons = untold.reasons.map((row) =>
    t('carrierLabels.reasonCount', {
      reason: t(`carrierLabels.reason.${row.reason}`),
      count: row.count,
    }),
  );
  const [main] = untold.reasons;
  return (
    <section className="asking asking-note" role="note" aria-label={t('carrierLabels.title')}>
      <Icon name="alert" size={16} />
      <div className="grow">
        <p className="asking-title">{t('carrierLabels.usedInstead', { count })}</p>
        <p className="small">
          {main !== undefined &&
            t('carrierLabels.because', {
              reasons: reasons.join(t('common.listComma')),
              advice: t(`carrierLabels.advice.${main.reason}`),
            })}
        </p>
      </div>
      <Button size="small" icon="check" keyHint="K" isBusy={read.isPending} onPress={gotIt}>
        {t('carrierLabels.gotIt')}
      </Button>
      <Button size="small" onPress={() => go('settings', { section: 'labels' })}>
        {t('carrierLabels.toChoice')}
      </Button>
    </section>
  );
}
