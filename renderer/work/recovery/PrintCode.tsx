import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { useAct } from '../useAct.ts';

/** The code on the bench's own label printer; not offered where the only printers write files, or the core may not be asked. */
export function PrintCode({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const isOpen = useQuery(ask.session.state.queryOptions()).data?.state === 'open';
  const printers = useQuery(ask.settings.printers.queryOptions({ enabled: isOpen })).data ?? [];
  const onPaper = printers.filter(({ uri }) => !uri.startsWith('virtual:'));
  const printer = onPaper.find(({ isDefault }) => isDefault) ?? onPaper[0];
  const print = useAct((printerUri: string) => core.keys.printRecoveryCode({ code, printerUri }), {
    says: () => t('recovery.printed'),
  });
  if (printer === undefined) return null;
  return (
    <Button icon="print" {...print.press(printer.uri)}>
      {t('recovery.print')}
    </Button>
  );
}
