import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../../shared/contracts/contract.ts';
import type { PrinterSetupView } from '../../../../../shared/contracts/printers.ts';
import type { PrinterKinds } from '../../../../../shared/domain/printing/printerAddress.ts';
import { failureOf } from '../../../../bridge/failureOf.ts';
import { Button } from '../../../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../../../parts/form/ChoiceField.tsx';
import { TextField } from '../../../../parts/form/TextField.tsx';
import { useKeys } from '../../../../parts/keys.ts';
import type { Act } from '../../../../work/useAct.ts';
import { useSizeOptions } from '../printerKinds.ts';
import { EncodingField, RulerFields, TuningFields } from '../TuningFields.tsx';
import { usePrinterTuning } from '../usePrinterTuning.ts';
import { chooseLanguage, isOfficeDraft, type SetupDraft } from './setupDraft.ts';

interface MediaStepProps {
  readonly kinds: PrinterKinds;
  readonly draft: SetupDraft;
  change(next: (before: SetupDraft) => SetupDraft): void;
}

/** What it is called, what it understands and what it prints on. */
export function MediaStep({ kinds, draft, change }: MediaStepProps) {
  const { t } = useTranslation();
  const put = (part: Partial<SetupDraft['media']>): void =>
    change((before) => ({ ...before, media: { ...before.media, ...part } }));
  const sizes = useSizeOptions();
  const keepsFiles = kinds.ways.find(({ id }) => id === draft.place.way)?.keepsFiles === true;
  const language = kinds.languages.find(({ id }) => id === draft.media.language);
  return (
    <>
      <TextField
        label={t('common.name')}
        maxLength={40}
        value={draft.name}
        onChange={(name) => change((before) => ({ ...before, name }))}
      />
      {!keepsFiles && (
        <>
          <ChoiceField
            label={t('settings.printerLanguage')}
            value={draft.media.language}
            choices={kinds.languages.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => change((before) => chooseLanguage(before, id))}
          />
          <p className="soft small">
            {t(isOfficeDraft(draft) ? 'printerSetup.officeNote' : 'printerSetup.languageNote')}
          </p>
          <EncodingField
            encodings={language?.encodings ?? []}
            value={draft.encoding}
            onChange={(encoding) => change((before) => ({ ...before, encoding }))}
          />
        </>
      )}
      <ChoiceField
        label={t('settings.labelSize')}
        value={draft.media.size}
        choices={sizes}
        onChange={(size) => put({ size })}
      />
      <ChoiceField
        label={t('settings.resolution')}
        value={draft.media.dpi}
        choices={(language?.resolutionsDpi ?? []).map((dpi) => ({
          value: String(dpi),
          label: t('settings.dpi', { dpi }),
        }))}
        onChange={(dpi) => put({ dpi })}
      />
    </>
  );
}

interface CalibrateStepProps {
  readonly setup: PrinterSetupView;
  onBack(): void;
  onFinish(): void;
}

/** Where the picture is on the paper, and how dark and fast; each may be left as it is. */
export function CalibrateStep({ setup, onBack, onFinish }: CalibrateStepProps) {
  const { t } = useTranslation();
  const tuning = usePrinterTuning(setup, onFinish);
  const { print, save } = tuning;
  const finish = (): void => {
    if (!tuning.isChanged) onFinish();
    else if (!save.isPending) save.mutate(setup.name);
  };
  useKeys([
    { combo: 'Enter', says: t('printerSetup.finish'), run: finish },
    { combo: 'Escape', says: t('keys.back'), run: onBack },
  ]);
  return (
    <>
      <section className="panel panel-pad stack" aria-label={t('printerSetup.step.calibrate')}>
        {save.error !== null && <FailureNotice failure={failureOf(save.error)} />}
        <RulerFields tuning={tuning} />
        <TuningFields can={setup.can} encodings={setup.encodings} tuning={tuning} />
        <div className="line">
          <Button size="small" icon="print" {...print.press('test')}>
            {t('printerSetup.sheet.test')}
          </Button>
          <Button size="small" icon="print" {...print.press('media')}>
            {t('printerSetup.sheet.media')}
          </Button>
        </div>
      </section>
      <footer className="form-foot form-actions">
        <Button onPress={onBack}>{t('printerSetup.back')}</Button>
        <span className="grow" />
        <Button look="primary" keyHint="Enter" isBusy={save.isPending} onPress={finish}>
          {t('printerSetup.finish')}
        </Button>
      </footer>
    </>
  );
}

/** Prints the test label on the printer of this address. */
export type SampleAct = Act<Answered<'printerSetup', 'print'>, string>;

interface TestStepProps {
  readonly setup: PrinterSetupView;
  readonly sample: SampleAct;
  /** Letters instead of a picture, or the wrong size: back to language and paper. */
  onUnfit(): void;
}

/** One label on real paper, and what to do when it does not look right. */
export function TestStep({ setup, sample, onUnfit }: TestStepProps) {
  const { t } = useTranslation();
  const { uri, name } = setup;
  return (
    <>
      <p>{t('printerSetup.testNote', { name })}</p>
      <div>
        <Button
          size="large"
          icon="print"
          {...(sample.data?.ok === true ? {} : { look: 'primary', keyHint: 'Enter' })}
          {...sample.press(uri)}
        >
          {t('settings.testLabel')}
        </Button>
      </div>
      {sample.data?.ok === true && (
        <Notice tone="done" title={t('settings.testPrinted', { name })} next={t('printerSetup.lookAtPaper')}>
          <Button size="small" onPress={onUnfit}>
            {t('printerSetup.looksWrong')}
          </Button>
        </Notice>
      )}
      {sample.data?.ok === false && (
        <FailureNotice failure={{ code: sample.data.errorCode, params: { name } }}>
          <Button size="small" onPress={onUnfit}>
            {t('printerSetup.looksWrong')}
          </Button>
        </FailureNotice>
      )}
    </>
  );
}
