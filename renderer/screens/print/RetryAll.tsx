import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useKeys } from '../../parts/keys/useKeys.ts';

/** One window of failed jobs at a time; more wait for the next press. */
const atOnce = 200;

/** Puts the jobs that certainly did not print back into the queue. */
export function RetryAll({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const retry = useMutation({
    mutationFn: async () => {
      const { rows } = await printQueries
        .list({ state: 'failed' })
        .read({ offset: 0, limit: atOnce }, new AbortController().signal);
      // Those a person gave up stay given up.
      const wanted = rows.filter(({ errorCode }) => errorCode !== 'PRINT_CANCELLED');
      for (const { id, version } of wanted) await core.print.retry({ jobId: id, version });
      return wanted.length;
    },
    onSuccess: (retried) => say({ tone: 'done', says: t('print.retried', { count: retried }) }),
  });
  useKeys([
    { combo: 'a', says: t('print.retryAll', { count }), run: () => !retry.isPending && retry.mutate() },
  ]);
  return (
    <Button icon="refresh" keyHint="A" isBusy={retry.isPending} onPress={() => retry.mutate()}>
      {t('print.retryAll', { count })}
    </Button>
  );
}
