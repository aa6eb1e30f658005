import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrinterView } from '../../../shared/contracts/printContract.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { usePlace } from '../../parts/usePlace.ts';
import { PrinterCard } from './PrinterCard.tsx';

interface PrintersPaneProps {
  /** The printer whose labels are shown alone. */
  readonly chosenUri: string | null;
  onChoose(uri: string | null): void;
  onRecover(uri: string): void;
}

/** Which printer a person means who says that paper jammed: the chosen one, else one with trouble, else the one in use. */
function jammedUri(printers: readonly PrinterView[], chosenUri: string | null): string | null {
  const found =
    printers.find(({ uri }) => uri === chosenUri) ??
    printers.find(({ unsure }) => unsure > 0) ??
    printers.find(({ state, unconfirmed }) => state !== 'ready' && unconfirmed > 0) ??
    printers.find(({ isDefault }) => isDefault) ??
    printers[0];
  return found?.uri ?? null;
}

/** Every printer with what is honestly known of it. */
export function PrintersPane({ chosenUri, onChoose, onRecover }: PrintersPaneProps) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const printers = useQuery(printQueries.printers()).data;
  const jammed = jammedUri(printers ?? [], chosenUri);
  useKeys(jammed === null ? [] : [{ combo: 'j', says: t('printing.jam'), run: () => onRecover(jammed) }]);
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
