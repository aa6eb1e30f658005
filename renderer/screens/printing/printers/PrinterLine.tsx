import { useTranslation } from 'react-i18next';
import type { PrinterView } from '../../../../shared/contracts/printing.ts';
import { core } from '../../../bridge/core.ts';
import { Button, IconButton } from '../../../parts/Button.tsx';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { PanelRow, type SectionProps } from '../../../parts/Section.tsx';
import { StateMark } from '../../../parts/StateMark.tsx';
import { printerTone } from '../../../words/tones.ts';
import { useAct } from '../../../work/useAct.ts';
import { useOutcome } from '../../../work/useOutcome.ts';
import { PrinterDialog } from './PrinterDialog.tsx';
import { usePlaceWords } from './printerKinds.ts';

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

function useRemoval({ uri, name }: PrinterView) {
  const { t } = useTranslation();
  return useAct(() => core.settings.removePrinter({ uri }), {
    says: () => ({
      tone: 'done',
      says: t('settings.printerRemoved', { name }),
      action: {
        label: t('settings.putBack'),
        run: () => void core.settings.addPrinter({ uri, name }),
      },
    }),
  });
}

/** One printer: what it is called, where it is, how it is, and what can be done with it. */
export function PrinterLine({ printer, printers, save }: PrinterLineProps) {
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
          <StateMark tone={printerTone(printer.state, printer.why)} label={t(`printer.${printer.state}`)} />
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
      <IconButton
        icon="trash"
        label={t('settings.removeNamed', { name: printer.name })}
        {...remove.press()}
      />
    </PanelRow>
  );
}
