import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { type PrinterKind, printerUri } from './printerUri.ts';

/** The port that label printers listen on for raw data. */
const rawPort = '9100';

/** A virtual printer to try with, or one on the network. */
export function AddPrinter({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [kind, setKind] = useState<PrinterKind>('virtual');
  const [name, setName] = useState('');
  const [host, setHost] = useState('');
  const [port, setPort] = useState(rawPort);
  const uri = printerUri({ kind, name, host, port });
  const add = useMutation({
    mutationFn: (wanted: string) => core.settings.addPrinter({ uri: wanted, name: name.trim() }),
    onSuccess: () => {
      say({
        tone: 'done',
        says: t('settings.printerAdded', { name: name.trim() }),
        next: t('settings.printerAddedNext'),
      });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (uri !== null) add.mutate(uri);
  };
  return (
    <form className="panel panel-pad stack" onSubmit={submit}>
      <ChoiceField
        label={t('settings.printerKind')}
        value={kind}
        choices={[
          { value: 'virtual', label: t('settings.virtual') },
          { value: 'tcp', label: t('settings.tcp') },
        ]}
        onChange={(chosen) => setKind(chosen)}
      />
      <p className="soft small">{t(`settings.${kind}Note`)}</p>
      <div className="form-grid">
        <TextField label={t('settings.printerName')} maxLength={40} value={name} onChange={setName} />
        {kind === 'tcp' && (
          <div className="phone-pair">
            <TextField
              label={t('settings.host')}
              maxLength={200}
              placeholder="192.168.1.50"
              value={host}
              onChange={setHost}
            />
            <TextField label={t('settings.port')} maxLength={5} value={port} onChange={setPort} />
          </div>
        )}
      </div>
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={uri === null} isBusy={add.isPending}>
          {t('settings.addPrinter')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
