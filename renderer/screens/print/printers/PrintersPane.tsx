import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { usePlace } from '../../../parts/place/usePlace.ts';
import { PrinterCard } from './PrinterCard.tsx';

interface PrintersPaneProps {
  /** The printer whose labels are shown alone. */
  readonly chosenUri: string | null;
  onChoose(uri: string | null): void;
  onRecover(uri: string): void;
}

/** Every printer with what is honestly known of it. */
export function PrintersPane({ chosenUri, onChoose, onRecover }: PrintersPaneProps) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const printers = useQuery(printQueries.printers()).data;
  if (printers === undefined) return null;
  return (
    <aside className="printers-pane" aria-label={t('printing.printers')}>
      {printers.length === 0 && (
        <EmptyState icon="print" title={t('settings.noPrinter')}>
          <Button onPress={() => go('settings', { section: 'printers' })}>{t('printing.setUp')}</Button>
        </EmptyState>
      )}
      {printers.map((printer) => (
        <PrinterCard
          key={printer.uri}
          printer={printer}
          printers={printers}
          isChosen={printer.uri === chosenUri}
          onChoose={() => onChoose(printer.uri === chosenUri ? null : printer.uri)}
          onRecover={() => onRecover(printer.uri)}
        />
      ))}
    </aside>
  );
}
