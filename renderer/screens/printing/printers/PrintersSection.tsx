import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { atStart } from '../../../parts/format.ts';
import { PanelList, PanelRow, Section, type SectionProps } from '../../../parts/Section.tsx';
import { useAct } from '../../../work/useAct.ts';
import './printers.css';
import type { PrinterView } from '../../../../shared/contracts/printing.ts';
import { type PrinterKinds, printerUri } from '../../../../shared/domain/printing/printerAddress.ts';
import { ask, core } from '../../../bridge/core.ts';
import { AskingButton } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import { printerTone } from '../../../words/tones.ts';
import { useOutcome } from '../../../work/outcomeWords.ts';
import { PrinterDialog } from './PrinterDialog.tsx';
import { CarrierPaper, PrintRulesPanel } from './PrintRulesPanel.tsx';
import { usePlaceWords, usePrinterKinds } from './printerKinds.ts';
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
  const printers = useQuery(ask.print.printers.queryOptions()).data;
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

interface PrinterLineProps {
  readonly printer: PrinterView;
  readonly printers: readonly PrinterView[];
  readonly save: SectionProps['save'];
}

function useTestLabel({ uri, name }: PrinterView) {
  const { t } = useTranslation();
  const outcome = useOutcome();
  return useAct(() => core.printerSetup.print({ uri, sheet: 'test' }), {
    says: (tried) => outcome(tried, name, t('settings.testPrinted', { name })),
  });
}

/** Asked about, not taken back: what was set up with paper in hand goes with the printer. */
function useRemoval({ uri, name }: PrinterView) {
  const { t } = useTranslation();
  return useAct(() => core.settings.removePrinter({ uri }), {
    says: () => t('settings.printerRemoved', { name }),
  });
}

/** One printer: what it is called, where it is, how it is, and what can be done with it. */
function PrinterLine({ printer, printers, save }: PrinterLineProps) {
  const { t } = useTranslation();
  const placeWords = usePlaceWords();
  const test = useTestLabel(printer);
  const remove = useRemoval(printer);
  const backup = printers.find(({ uri }) => uri === printer.backupUri);
  return (
    <PanelRow
      name={printer.name}
      marks={
        <>
          <StateMark
            tone={printerTone(printer.state, printer.why)}
            label={atStart(t(`printer.${printer.state}`))}
          />
          {printer.isDefault && <span className="default-mark">{t('settings.default')}</span>}
        </>
      }
      notes={[
        placeWords(printer.uri),
        backup === undefined ? '' : t('printing.backupIs', { name: backup.name }),
      ]}
    >
      <Button size="small" icon="print" {...test.press()}>
        {t('settings.testLabel')}
      </Button>
      <OpeningButton size="small" icon="settings" label={t('printerSetup.adjust')}>
        {(close) => <PrinterDialog printer={printer} printers={printers} onClose={close} />}
      </OpeningButton>
      {!printer.isDefault && (
        <Button
          size="small"
          isBusy={save.isPending}
          onPress={() => save.mutate({ defaultPrinterUri: printer.uri })}
        >
          {t('settings.makeDefault')}
        </Button>
      )}
      <AskingButton
        button="icon"
        icon="trash"
        label={t('settings.removeNamed', { name: printer.name })}
        title={t('settings.printerRemoveTitle', { name: printer.name })}
        note={t(printer.isDefault ? 'settings.printerRemoveDefault' : 'settings.printerRemoveNote')}
        yes={t('settings.remove')}
        look="danger"
        {...remove.asking()}
      />
    </PanelRow>
  );
}
