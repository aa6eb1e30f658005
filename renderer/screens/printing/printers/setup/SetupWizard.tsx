import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../../shared/contracts/printers.ts';
import { labelSizes } from '../../../../../shared/domain/printing/labelDocument.ts';
import { type PrinterKinds, printerUri } from '../../../../../shared/domain/printing/printerAddress.ts';
import { core } from '../../../../bridge/core.ts';
import { failureOf } from '../../../../bridge/failureOf.ts';
import { Button } from '../../../../parts/Button.tsx';
import { FailureNotice } from '../../../../parts/feedback/Notice.tsx';
import { say } from '../../../../parts/feedback/Toasts.tsx';
import { Form } from '../../../../parts/form/Form.tsx';
import { useKeys } from '../../../../parts/keys.ts';
import { useAct } from '../../../../work/useAct.ts';
import { CalibrateStep, MediaStep, type SampleAct, TestStep } from './MediaStep.tsx';
import { isStepDone, type SetupDraft, type SetupStep, setupSteps, startSetup } from './setupDraft.ts';
import { WayStep } from './WayStep.tsx';

function Steps({ step }: { readonly step: SetupStep }) {
  const { t } = useTranslation();
  return (
    <ol className="plain-list setup-steps" aria-label={t('printerSetup.steps')}>
      {setupSteps.map((id, index) => (
        <li key={id} className="setup-step" aria-current={id === step ? 'step' : undefined}>
          <span className="number">{index + 1}</span>
          {t(`printerSetup.step.${id}`)}
        </li>
      ))}
    </ol>
  );
}

/** Adds the printer. When somebody went back and chose another place or paper, the previous one goes. */
function useAdding(draft: SetupDraft, onAdded: (setup: PrinterSetupView) => void) {
  const [addedUri, setAddedUri] = useState<string | null>(null);
  return useAct(
    async (uri: string) => {
      const loadedSize = labelSizes.find((size) => size === draft.media.size) ?? '';
      // It goes first: the other one takes its name.
      if (addedUri !== null && addedUri !== uri) {
        await core.settings.removePrinter({ uri: addedUri });
        setAddedUri(null);
      }
      const setup = await core.printerSetup.save({
        uri,
        name: draft.name.trim(),
        profile: {
          answersStatus: draft.answersStatus,
          loadedSize,
          encoding: draft.encoding,
        },
      });
      return setup;
    },
    {
      after: (setup) => {
        setAddedUri(setup.uri);
        onAdded(setup);
      },
      isShownInPlace: true,
    },
  );
}

/** Leads on; where the sample was not printed yet, the key prints it first. */
function WizardFoot({
  draft,
  step,
  kinds,
  sample,
  isBusy,
  ...does
}: {
  readonly draft: SetupDraft;
  readonly step: SetupStep;
  readonly kinds: PrinterKinds;
  readonly sample: SampleAct;
  readonly isBusy: boolean;
  onBack(): void;
  onFinish(): void;
  onNext(): void;
}) {
  const { t } = useTranslation();
  const isSampleNext = isSampleWanted(step, sample);
  return (
    <footer className="form-foot form-actions">
      <Button onPress={does.onBack}>{t(step === 'way' ? 'common.cancel' : 'printerSetup.back')}</Button>
      <span className="grow" />
      {step === 'test' && <Button onPress={does.onFinish}>{t('printerSetup.finishHere')}</Button>}
      <Button
        {...(isSampleNext ? {} : { look: 'primary', keyHint: 'Enter' })}
        isDisabled={!isStepDone(draft, step, kinds)}
        isBusy={isBusy}
        onPress={does.onNext}
      >
        {t('printerSetup.next')}
      </Button>
    </footer>
  );
}

const isSampleWanted = (step: SetupStep, sample: SampleAct): boolean =>
  step === 'test' && sample.data?.ok !== true;

/** A new printer in four steps: how it is reached, what it prints on, one test label, then its edges. */
export function SetupWizard({ kinds, onClose }: { readonly kinds: PrinterKinds; onClose(): void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<SetupDraft>(() => startSetup(kinds));
  const [step, setStep] = useState<SetupStep>('way');
  const [setup, setSetup] = useState<PrinterSetupView | null>(null);
  const at = setupSteps.indexOf(step);
  const go = (by: 1 | -1): void => setStep(setupSteps[at + by] ?? step);
  const sample = useAct((uri: string) => core.printerSetup.print({ uri, sheet: 'test' }));
  const add = useAdding(draft, (added) => {
    setSetup(added);
    // On other paper or in another language it has to be seen anew.
    sample.reset();
    setStep('test');
  });
  const finish = (): void => {
    say({
      tone: 'done',
      says: t('settings.printerAdded', { name: setup?.name ?? draft.name }),
    });
    onClose();
  };
  const goOn = (): void => {
    if (!isStepDone(draft, step, kinds) || add.isPending) return;
    const uri = printerUri(draft.place, draft.media, kinds.ways);
    if (step === 'media' && uri !== null) add.mutate(uri);
    else go(1);
  };
  const enter = (): void => {
    if (setup === null || !isSampleWanted(step, sample)) goOn();
    else if (!sample.isPending) sample.mutate(setup.uri);
  };
  /** On a way that is chosen already, Enter would only choose it again. */
  const enterOnChosen = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof Element)) return;
    if (!event.target.matches('.way[aria-pressed=true]')) return;
    event.preventDefault();
    enter();
  };
  const goBack = (): void => (at === 0 ? onClose() : go(-1));
  useKeys([
    { combo: 'Enter', says: t('printerSetup.next'), run: enter },
    { combo: 'Escape', says: t('keys.back'), run: goBack },
  ]);
  return (
    <section className="stack" aria-label={t('settings.addPrinter')} onKeyDown={enterOnChosen}>
      <h2>{t('settings.addPrinter')}</h2>
      <Steps step={step} />
      {step === 'calibrate' && setup !== null ? (
        <CalibrateStep setup={setup} onBack={goBack} onFinish={finish} />
      ) : (
        <>
          <Form look="panel panel-pad stack" onSubmit={enter}>
            {add.error !== null && step === 'media' && <FailureNotice failure={failureOf(add.error)} />}
            {step === 'way' && <WayStep kinds={kinds} draft={draft} change={setDraft} />}
            {step === 'media' && <MediaStep kinds={kinds} draft={draft} change={setDraft} />}
            {step === 'test' && setup !== null && (
              <TestStep setup={setup} sample={sample} onUnfit={() => setStep('media')} />
            )}
            <button type="submit" hidden />
          </Form>
          <WizardFoot
            {...{ draft, step, kinds, sample }}
            isBusy={add.isPending}
            onBack={goBack}
            onFinish={finish}
            onNext={goOn}
          />
        </>
      )}
    </section>
  );
}
