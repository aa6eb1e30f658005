import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './printers.css';
import type { SettingsView } from '../../../../shared/contracts/settings.ts';
import { core } from '../../../bridge/core.ts';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useToasts } from '../../../parts/feedback/Toasts.tsx';
import { CarrierPaper } from './CarrierPaper.tsx';
import { PrinterLine } from './PrinterLine.tsx';
import { PrintRulesPanel } from './PrintRulesPanel.tsx';
import { emptyPlace, printerUri } from './printerAddress.ts';
import { RoutesPanel } from './RoutesPanel.tsx';
import { SetupWizard } from './setup/SetupWizard.tsx';
import { emptySetup } from './setup/setupDraft.ts';

/** The virtual printer with one press: the first practice label is a minute away. */
function VirtualAtOnce() {
  const { t } = useTranslation();
  const name = t('settings.virtual');
  const uri = printerUri({ ...emptyPlace, way: 'virtual' }, emptySetup.media);
  const add = useMutation({
    mutationFn: (address: string) => core.printerSetup.save({ uri: address, name, profile: {} }),
    onSuccess: () => useToasts.getState().say({ tone: 'done', says: t('settings.printerAdded', { name }) }),
  });
  return (
    <Button isBusy={add.isPending} onPress={() => uri !== null && add.mutate(uri)}>
      {t('printerSetup.virtualAtOnce')}
    </Button>
  );
}

/** Printers of this workstation with their present state, which of them prints what, and the rules of the ledger. */
export function PrintersSection(_: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const printers = useQuery(printQueries.printers()).data;
  const [isAdding, setAdding] = useState(false);
  if (printers === undefined) return null;
  if (isAdding) return <SetupWizard onClose={() => setAdding(false)} />;
  return (
    <section className="stack">
      <header className="line">
        <h2 className="grow">{t('settings.section.printers')}</h2>
        <Button icon="plus" onPress={() => setAdding(true)}>
          {t('settings.addPrinter')}
        </Button>
      </header>
      <div className="panel">
        {printers.length === 0 ? (
          <EmptyState icon="print" title={t('settings.noPrinter')}>
            <p>{t('printerSetup.noPrinterNote')}</p>
            <div className="line">
              <Button look="primary" onPress={() => setAdding(true)}>
                {t('settings.addPrinter')}
              </Button>
              <VirtualAtOnce />
            </div>
          </EmptyState>
        ) : (
          <ul className="plain-list">
            {printers.map((printer) => (
              <PrinterLine key={printer.uri} printer={printer} printers={printers} />
            ))}
          </ul>
        )}
      </div>
      {printers.length > 0 && <RoutesPanel printers={printers} />}
      <CarrierPaper />
      <PrintRulesPanel />
    </section>
  );
}
