import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterRow, SettingsView } from '../../../shared/contracts/settingsContract.ts';
import { core } from '../../bridge/core.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useDescribe } from '../../parts/feedback/useDescribe.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { AddPrinter } from './AddPrinter.tsx';
import { printerStateTone } from './printerStateTone.ts';
import { useSaveSettings } from './useSaveSettings.ts';

function PrinterLine({ printer }: { readonly printer: PrinterRow }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const describe = useDescribe();
  const save = useSaveSettings();
  const test = useMutation({
    mutationFn: () => core.settings.testPrinter({ uri: printer.uri }),
    onSuccess: ({ ok, errorCode }) => {
      if (ok) say({ tone: 'done', says: t('settings.testPrinted', { name: printer.name }) });
      else say({ tone: 'failed', ...describe(errorCode, { name: printer.name }), code: errorCode });
    },
  });
  const remove = useMutation({
    mutationFn: () => core.settings.removePrinter({ uri: printer.uri }),
    onSuccess: () =>
      say({
        tone: 'done',
        says: t('settings.printerRemoved', { name: printer.name }),
        action: {
          label: t('settings.putBack'),
          run: () => void core.settings.addPrinter({ uri: printer.uri, name: printer.name }),
        },
      }),
  });
  return (
    <li className="settings-row">
      <div className="grow">
        <p className="line">
          <strong>{printer.name}</strong>
          <StateMark tone={printerStateTone[printer.state]} label={t(`printer.${printer.state}`)} />
          {printer.isDefault && <span className="default-mark">{t('settings.default')}</span>}
        </p>
        <p>
          <code className="code">{printer.uri}</code>
        </p>
      </div>
      <Button size="small" icon="print" isBusy={test.isPending} onPress={() => test.mutate()}>
        {t('settings.testLabel')}
      </Button>
      {!printer.isDefault && (
        <Button
          size="small"
          isBusy={save.isPending}
          onPress={() => save.mutate({ defaultPrinterUri: printer.uri })}
        >
          {t('settings.makeDefault')}
        </Button>
      )}
      <Button
        look="quiet"
        size="small"
        icon="trash"
        label={t('settings.removeNamed', { name: printer.name })}
        isBusy={remove.isPending}
        onPress={() => remove.mutate()}
      />
    </li>
  );
}

/** Printers of this workstation, with their present state. */
export function PrintersSection(_: { readonly settings: SettingsView }) {
  const { t } = useTranslation();
  const printers = useQuery(settingsQueries.printers()).data;
  const [isAdding, setAdding] = useState(false);
  if (printers === undefined) return null;
  return (
    <section className="stack">
      <header className="line">
        <h2 className="grow">{t('settings.section.printers')}</h2>
        {!isAdding && (
          <Button
            look={printers.length === 0 ? 'primary' : 'plain'}
            icon="plus"
            onPress={() => setAdding(true)}
          >
            {t('settings.addPrinter')}
          </Button>
        )}
      </header>
      {isAdding && <AddPrinter onClose={() => setAdding(false)} />}
      <div className="panel">
        {printers.length === 0 ? (
          <EmptyState icon="print" title={t('settings.noPrinter')}>
            <p>{t('settings.noPrinterNote')}</p>
          </EmptyState>
        ) : (
          <ul className="plain-list">
            {printers.map((printer) => (
              <PrinterLine key={printer.uri} printer={printer} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
