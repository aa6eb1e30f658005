import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useKeys } from '../../parts/useKeys.ts';

/** Puts the jobs that certainly did not print back into the queue; those a person gave up stay given up. */
export function RetryAll({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const retry = useMutation({
    mutationFn: () => core.print.retryFailed(),
    onSuccess: ({ retried }) => say({ tone: 'done', says: t('print.retried', { count: retried }) }),
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
