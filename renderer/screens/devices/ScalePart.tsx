import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevicesView } from '../../../shared/contracts/packing/devices.ts';
import { core } from '../../bridge/core.ts';
import { useScaleSays } from '../../bridge/deviceNews.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ScaleFigure } from '../../work/devices/ScaleFigure.tsx';
import { useAct } from '../../work/useAct.ts';
import { devicesShown } from './devicesShown.ts';
import { ScaleSetup } from './ScaleSetup.tsx';

/** The scale of this bench: what it says now, or how it is set up. */
export function ScalePart({ devices }: { readonly devices: DevicesView }) {
  const { t } = useTranslation();
  const [isSettingUp, setSettingUp] = useState(false);
  return (
    <>
      <h3>{t('devices.scale')}</h3>
      {isSettingUp ? (
        <ScaleSetup onClose={() => setSettingUp(false)} />
      ) : devices.scale === null ? (
        <NoScale isPractice={devices.isPractice} onSetUp={() => setSettingUp(true)} />
      ) : (
        <OwnScale scale={devices.scale} onSetUp={() => setSettingUp(true)} />
      )}
    </>
  );
}

function NoScale({ isPractice, onSetUp }: { readonly isPractice: boolean; onSetUp(): void }) {
  const { t } = useTranslation();
  const simulate = useAct(() => core.devices.simulateScale(), { after: devicesShown });
  return (
    <div className="panel panel-pad stack">
      <p>{t('devices.noScale')}</p>
      <p className="soft small">{t('devices.noScaleNote')}</p>
      <div className="line">
        <Button look="primary" onPress={onSetUp}>
          {t('devices.setUpScale')}
        </Button>
        {isPractice && <Button {...simulate.press()}>{t('devices.simulate')}</Button>}
      </div>
    </div>
  );
}

interface OwnScaleProps {
  readonly scale: NonNullable<DevicesView['scale']>;
  onSetUp(): void;
}

function OwnScale({ scale, onSetUp }: OwnScaleProps) {
  const { t, i18n } = useTranslation();
  const { says } = useScaleSays();
  const remove = useAct(() => core.devices.removeScale(), { after: devicesShown });
  const isSimulated = scale.way === 'simulated';
  const format = i18n.language === 'en' ? scale.nameEn : scale.nameZh;
  const name = isSimulated ? t('devices.simulated') : format;
  return (
    <div className="panel panel-pad stack">
      <div className="line">
        <strong>{name}</strong>
        {!isSimulated && (
          <span className="soft small number">
            {scale.port}
            {scale.way === 'serial' && ` · ${t('devices.speed', { baud: scale.baud })}`}
          </span>
        )}
        <span className="grow" />
        <Button size="small" onPress={onSetUp}>
          {t('devices.otherScale')}
        </Button>
        <AskingButton
          label={t('devices.remove')}
          size="small"
          title={t('devices.removeTitle', { name })}
          note={t('devices.removeScaleNote')}
          yes={t('devices.remove')}
          {...remove.asking()}
        />
      </div>
      <ScaleFigure says={says} />
      {scale.cause !== '' && (
        <FailureNotice
          failure={{ code: 'DEVICE_PORT_AWAY', params: { port: scale.port, cause: scale.cause } }}
        />
      )}
      {isSimulated && <PutOn />}
    </div>
  );
}

/** Parcels of practice, from nothing to a heavy one. */
const practiceGrams = [0, 350, 800, 1_250, 5_000] as const;

function PutOn() {
  const { t } = useTranslation();
  const put = useAct((grams: number) => core.devices.putOnScale({ grams }));
  return (
    <div className="line">
      <span className="soft">{t('devices.putOn')}</span>
      {practiceGrams.map((grams) => (
        <Button key={grams} size="small" onPress={() => put.mutate(grams)}>
          {grams === 0 ? t('devices.takeOff') : `${grams / 1_000} ${t('devices.kg')}`}
        </Button>
      ))}
    </div>
  );
}
