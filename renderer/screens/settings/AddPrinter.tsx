import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { labelSizes, type PrinterDraft, printerLanguages, printerUri, resolutionsDpi } from './printerUri.ts';

/** The port label printers listen on for raw data is 9100. */
const emptyDraft: PrinterDraft = {
  kind: 'virtual',
  host: '',
  port: '9100',
  language: 'tspl',
  dpi: '203',
  size: '76x130',
};

interface FieldsProps {
  readonly draft: PrinterDraft;
  onChange(change: Partial<PrinterDraft>): void;
}

function NetworkFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="phone-pair">
        <TextField
          label={t('settings.host')}
          maxLength={200}
          placeholder="192.168.1.50"
          value={draft.host}
          onChange={(host) => onChange({ host })}
        />
        <TextField
          label={t('settings.port')}
          maxLength={5}
          value={draft.port}
          onChange={(port) => onChange({ port })}
        />
      </div>
      <ChoiceField
        label={t('settings.printerLanguage')}
        value={draft.language}
        choices={printerLanguages.map((value) => ({ value, label: t(`printerLanguage.${value}`) }))}
        onChange={(language) => onChange({ language })}
      />
    </>
  );
}

function MediaFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('settings.labelSize')}
        value={draft.size}
        choices={labelSizes.map((value) => ({
          value,
          label: t('settings.sizeMm', { size: value.replace('x', ' × ') }),
        }))}
        onChange={(size) => onChange({ size })}
      />
      <ChoiceField
        label={t('settings.resolution')}
        value={draft.dpi}
        choices={resolutionsDpi.map((value) => ({ value, label: t('settings.dpi', { dpi: value }) }))}
        onChange={(dpi) => onChange({ dpi })}
      />
    </>
  );
}

/** A virtual printer to try with, or one on the network. */
export function AddPrinter({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [name, setName] = useState('');
  const [draft, setDraft] = useState<PrinterDraft>(emptyDraft);
  const put = (change: Partial<PrinterDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const uri = name.trim() === '' ? null : printerUri(draft);
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
        value={draft.kind}
        choices={(['virtual', 'tcp'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChange={(kind) => put({ kind })}
      />
      <p className="soft small">{t(`settings.${draft.kind}Note`)}</p>
      <div className="form-grid">
        <TextField label={t('settings.printerName')} maxLength={40} value={name} onChange={setName} />
        {draft.kind === 'tcp' && <NetworkFields draft={draft} onChange={put} />}
      </div>
      <MediaFields draft={draft} onChange={put} />
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={uri === null} isBusy={add.isPending}>
          {t('settings.addPrinter')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
