import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PanelList, Section, type SectionProps } from '../../../parts/Section.tsx';
import { useAct } from '../../../work/useAct.ts';
import './printers.css';
import { type PrinterKinds, printerUri } from '../../../../shared/domain/printerAddress.ts';
import { core } from '../../../bridge/core.ts';
import { printQueries } from '../../../bridge/queries/printQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { CarrierPaper } from './CarrierPaper.tsx';
import { PrinterLine } from './PrinterLine.tsx';
import { PrintRulesPanel } from './PrintRulesPanel.tsx';
import { usePrinterKinds } from './printerKinds.ts';
import { RoutesPanel } from './RoutesPanel.tsx';
import { SetupWizard } from './setup/SetupWizard.tsx';
import { startSetup } from './setup/setupDraft.ts';

/** The virtual printer with one press: the first practice label is a minute away. */
function VirtualAtOnce({ kinds }: { readonly kinds: PrinterKinds }) {
  const { t } = useTranslation();
  const name = t('settings.virtual');
  const way = kinds.ways.find(({ foundBy }) => foundBy === 'nothing')?.id ?? '';
  const uri = printerUri({ way, values: {} }, startSetup(kinds).media, kinds.ways);
  const add = useAct((address: string) => core.printerSetup.save({ uri: address, name, profile: {} }), {
    says: () => t('settings.printerAdded', { name }),
  });
  return (
    <Button isBusy={add.isPending} onPress={() => uri !== null && add.mutate(uri)}>
      {t('printerSetup.virtualAtOnce')}
    </Button>
  );
}

/** Printers of this workstation with their present state, which of them prints what, and the rules of the ledger. */
export function PrintersSection({ save }: SectionProps) {
  const { t } = useTranslation();
  const printers = useQuery(printQueries.printers()).data;
  const [isAdding, setAdding] = useState(false);
  const kinds = usePrinterKinds();
  if (printers === undefined || kinds.ways.length === 0) return null;
  if (isAdding) return <SetupWizard kinds={kinds} onClose={() => setAdding(false)} />;
  return (
    <Section
      title={t('settings.section.printers')}
      actions={
        <Button icon="plus" onPress={() => setAdding(true)}>
          {t('settings.addPrinter')}
        </Button>
      }
    >
      <PanelList
        empty={{
          icon: 'print',
          title: t('settings.noPrinter'),
          note: t('printerSetup.noPrinterNote'),
          act: (
            <div className="line">
              <Button look="primary" onPress={() => setAdding(true)}>
                {t('settings.addPrinter')}
              </Button>
              <VirtualAtOnce kinds={kinds} />
            </div>
          ),
        }}
      >
        {printers.map((printer) => (
          <PrinterLine key={printer.uri} printer={printer} printers={printers} save={save} />
        ))}
      </PanelList>
      {printers.length > 0 && <RoutesPanel printers={printers} />}
      <CarrierPaper />
      <PrintRulesPanel />
    </Section>
  );
}
