import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { useFileWords } from '../../work/outcomeWords.ts';
import { useAct } from '../../work/useAct.ts';

/** The sheet of barcodes that act, for the wall beside the bench. */
export function CommandsPart() {
  const { t } = useTranslation();
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const printerUri = chosen ?? printers.find(({ isDefault }) => isDefault)?.uri ?? printers[0]?.uri ?? null;
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
            options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
            onChange={setChosen}
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
