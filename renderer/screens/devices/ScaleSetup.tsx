import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleTryStep } from '../../../shared/contracts/packing/devices.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { ScaleFigure } from '../../work/devices/ScaleFigure.tsx';
import { useAct } from '../../work/useAct.ts';
import { devicesShown } from './devicesShown.ts';
import { portLabel } from './GunsPart.tsx';

type Place = Parameters<typeof core.devices.tryScale>[0];

/** First where it hangs, then what it says, then a known weight that decides how it speaks. */
export function ScaleSetup({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const asked = useQuery(ask.devices.ports.queryOptions({ staleTime: 0 }));
  const ports = asked.data ?? [];
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <div className="panel panel-pad stack">
      <p className="soft">{t('devices.setUpNote')}</p>
      <div className="line">
        <SelectField
          label={t('devices.port')}
          width={360}
          placeholder={t(ports.length === 0 ? 'devices.noPorts' : 'devices.choosePort')}
          value={place?.port ?? null}
          options={ports.map((one) => ({ value: one.port, label: portLabel(one) }))}
          onChange={(port) => {
            const way = ports.find((one) => one.port === port)?.way ?? 'serial';
            setPlace({ port, way });
          }}
        />
        <Button icon="refresh" onPress={() => void asked.refetch()}>
          {t('devices.lookAgain')}
        </Button>
        <span className="grow" />
        {place === null && <Button onPress={onClose}>{t('common.cancel')}</Button>}
      </div>
      {place !== null && <Listening key={place.port} place={place} onClose={onClose} />}
    </div>
  );
}

/** What is heard at a port, as long as this is shown. */
function useTrial(place: Place): {
  readonly step: ScaleTryStep | null;
  readonly failure: PageFailure | null;
} {
  const [step, setStep] = useState<ScaleTryStep | null>(null);
  const [failure, setFailure] = useState<PageFailure | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const one of await core.devices.tryScale(place, { signal: stop.signal })) setStep(one);
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) setFailure(failureOf(error));
    });
    return () => stop.abort();
  }, [place]);
  return { step, failure };
}

function Listening({ place, onClose }: { readonly place: Place; onClose(): void }) {
  const { t } = useTranslation();
  const { step, failure } = useTrial(place);
  const [typed, setTyped] = useState('');
  const grams = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0;
  const choose = useAct(() => core.devices.chooseScale({ knownGrams: grams }), {
    says: () => t('devices.scaleChosen'),
    after: (devices) => {
      devicesShown(devices);
      onClose();
    },
    isShownInPlace: true,
  });
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} />}
      <Heard step={step} place={place} />
      <EntryForm
        look="inset"
        yes={t('devices.confirm')}
        isReady={grams > 0 && (step?.guesses.length ?? 0) > 0}
        onClose={onClose}
        {...choose.form()}
      >
        <p>{t('devices.knownNote')}</p>
        <div className="device-prefix">
          <TextField label={t('devices.knownGrams')} maxLength={6} value={typed} onChange={setTyped} />
        </div>
      </EntryForm>
    </>
  );
}

/** Silence, noise, or the formats that may be it, each with the weight it would mean. */
function Heard({ step, place }: { readonly step: ScaleTryStep | null; readonly place: Place }) {
  const { t, i18n } = useTranslation();
  if (step === null) return <p className="soft">{t('devices.listening')}</p>;
  if (step.cause !== '' && step.cause !== 'closed')
    return (
      <FailureNotice
        failure={{ code: 'DEVICE_PORT_AWAY', params: { port: place.port, cause: step.cause } }}
      />
    );
  if (step.guesses.length === 0)
    return (
      <Notice
        tone="info"
        title={t(step.isSilent ? 'devices.heardNothing' : 'devices.heardNoise', { baud: step.baud })}
        next={t('devices.heardNext')}
      />
    );
  return (
    <ul className="plain-list guess-list">
      {step.guesses.map(({ format, unit, nameZh, nameEn, says }) => (
        <li key={`${format} ${unit}`} className="guess-row">
          <span className="grow">{i18n.language === 'en' ? nameEn : nameZh}</span>
          <ScaleFigure says={says} isLarge={false} />
        </li>
      ))}
    </ul>
  );
}
