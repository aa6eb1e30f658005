import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../shared/contracts/printers.ts';
import type { PrinterView } from '../../../../shared/contracts/printing.ts';
import { ask } from '../../../bridge/core.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { Form } from '../../../parts/form/Form.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useSizeOptions, withChosen } from './printerKinds.ts';
import { RulerFields, TuningFields } from './TuningFields.tsx';
import { type PrinterTuning, usePrinterTuning } from './usePrinterTuning.ts';

interface PrinterDialogProps {
  readonly printer: PrinterView;
  readonly printers: readonly PrinterView[];
  onClose(): void;
}

/** Labels handed over before the first of them is known to be printed. */
const windows = [1, 2, 3, 5, 10, 20, 50];

/** Who prints when this one cannot, which paper is in it, and how far it may run ahead. */
function WorkFields({
  tuning,
  printer,
  printers,
}: { readonly tuning: PrinterTuning } & Omit<PrinterDialogProps, 'onClose'>) {
  const { t } = useTranslation();
  const { profile, put } = tuning;
  const others = printers.filter(({ uri }) => uri !== printer.uri);
  const sizes = useSizeOptions();
  return (
    <div className="tuning-fields">
      <SelectField
        label={t('printerSetup.loadedSize')}
        value={profile.loadedSize}
        options={[{ value: '', label: t('printerSetup.notSaid') }, ...sizes]}
        onChange={(loadedSize) => put({ loadedSize })}
      />
      <SelectField
        label={t('printerSetup.backup')}
        value={profile.backupUri}
        options={[
          { value: '', label: t('printerSetup.noBackup') },
          ...others.map(({ uri, name }) => ({ value: uri, label: name })),
        ]}
        onChange={(backupUri) => put({ backupUri })}
      />
      <SelectField
        label={t('printerSetup.window')}
        value={String(profile.unconfirmedWindow)}
        options={withChosen(windows, profile.unconfirmedWindow).map((count) => ({
          value: String(count),
          label: t('printerSetup.labels', { count }),
        }))}
        onChange={(count) => put({ unconfirmedWindow: Number(count) })}
      />
    </div>
  );
}

function PrinterForm({ setup, ...props }: { readonly setup: PrinterSetupView } & PrinterDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(setup.name);
  const tuning = usePrinterTuning(setup, props.onClose);
  const { print, save } = tuning;
  const canSave = (tuning.isChanged || name.trim() !== setup.name) && name.trim() !== '';
  const submit = (): void => save.mutate(name.trim());
  return (
    <Dialog
      title={t('printerSetup.adjustTitle', { name: setup.name })}
      width={680}
      onClose={props.onClose}
      actions={
        <>
          <Button icon="print" {...print.press('test')}>
            {t('printerSetup.sheet.test')}
          </Button>
          <span className="grow" />
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!canSave} isBusy={save.isPending} onPress={submit}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {save.error !== null && <FailureNotice failure={failureOf(save.error)} />}
        <Form isReady={canSave && !save.isPending} onSubmit={submit}>
          <TextField label={t('common.name')} maxLength={40} value={name} onChange={setName} />
          <WorkFields tuning={tuning} printer={props.printer} printers={props.printers} />
          <TuningFields can={setup.can} encodings={setup.encodings} tuning={tuning} />
          <button type="submit" hidden />
        </Form>
        <RulerFields tuning={tuning} />
        <div className="line">
          <Button size="small" icon="print" {...print.press('media')}>
            {t('printerSetup.sheet.media')}
          </Button>
          <span className="soft small grow">{t('printerSetup.mediaNote')}</span>
        </div>
      </div>
    </Dialog>
  );
}

/** Everything that is set for one printer. */
export function PrinterDialog(props: PrinterDialogProps) {
  const { t } = useTranslation();
  const setup = useQuery(ask.printerSetup.get.queryOptions({ input: { uri: props.printer.uri } }));
  if (setup.data !== undefined) return <PrinterForm setup={setup.data} {...props} />;
  return (
    <Dialog title={t('printerSetup.adjustTitle', { name: props.printer.name })} onClose={props.onClose}>
      {setup.error === null ? (
        <p className="soft">{t('common.loading')}</p>
      ) : (
        <FailureNotice failure={failureOf(setup.error)} />
      )}
    </Dialog>
  );
}
