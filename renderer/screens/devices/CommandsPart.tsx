import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { usePrinterChoice } from '../../work/devices/usePrinterChoice.ts';
import { useFileWords } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';

/** The sheet of barcodes that act, for the wall beside the bench. */
export function CommandsPart() {
  const { t } = useTranslation();
  const { printerUri, options, choose } = usePrinterChoice();
  const fileWords = useFileWords();
  const print = useAct((uri: string) => core.devices.printCommandSheet({ printerUri: uri }), {
    says: ({ sheets }) => t('devices.commandsPrinted', { count: sheets }),
  });
  const write = useAct(() => core.devices.writeCommandSheet(), {
    says: (file) => fileWords(t('devices.commandsWritten'), file),
  });
  return (
    <>
      <h3>{t('devices.commands')}</h3>
      <div className="panel panel-pad stack">
        <p className="soft small">{t('devices.commandsNote')}</p>
        <div className="line">
          <SelectField
            label={t('devices.printer')}
            isLabelHidden
            width={240}
            value={printerUri}
            options={options}
            onChange={choose}
          />
          <Button
            icon="print"
            isDisabled={printerUri === null}
            isBusy={print.isPending}
            onPress={() => printerUri !== null && print.mutate(printerUri)}
          >
            {t('devices.printCommands')}
          </Button>
          <Button icon="file" {...write.press()}>
            {t('devices.saveCommands')}
          </Button>
        </div>
      </div>
    </>
  );
}
