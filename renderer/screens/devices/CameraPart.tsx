import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevicesView } from '../../../shared/contracts/packing/devices.ts';
import { photoDays } from '../../../shared/domain/packing/benchDevices.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { OpenCamera, useBenchCamera } from '../../work/devices/benchCamera.ts';
import { StillPicture } from '../../work/devices/StillPicture.tsx';
import { useAct } from '../../work/useAct.ts';
import { devicesShown } from './devicesShown.ts';

interface Camera {
  readonly deviceId: string;
  readonly label: string;
}

/** Cameras of this computer; the system names them once the program may use one. */
function useCameras(state: string | null): readonly Camera[] {
  const [cameras, setCameras] = useState<readonly Camera[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is open, the others have names
  useEffect(() => {
    const list = async (): Promise<void> => {
      const found = await navigator.mediaDevices.enumerateDevices();
      setCameras(found.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== ''));
    };
    const look = (): void => void list().catch(() => undefined);
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }, [state]);
  return cameras;
}

/** What the camera sees, again and again, while photos are on. */
function Preview({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation();
  const camera = useRef<OpenCamera | null>(null);
  const [still, setStill] = useState<string | null>(null);
  const state = useBenchCamera((now) => now.state);
  useEffect(() => {
    const opened = new OpenCamera(deviceId);
    camera.current = opened;
    const timer = setInterval(() => void opened.take().then(setStill), 1_000);
    return () => {
      clearInterval(timer);
      camera.current = null;
      opened.close();
    };
  }, [deviceId]);
  return (
    <div className="stack-tight">
      {state !== null && state !== 'starting' && (
        <StateMark tone={state === 'on' ? 'done' : 'note'} label={t(`packing.camera.${state}`)} />
      )}
      {still !== null && <StillPicture base64={still} label={t('devices.cameraSees')} />}
    </div>
  );
}

const maxDigits = 3;

/** A photo of each parcel: off unless somebody turns it on, with the camera, and how long photos are kept. */
export function CameraPart({ devices: { camera } }: { readonly devices: DevicesView }) {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(camera.isOn);
  const [deviceId, setDeviceId] = useState(camera.deviceId);
  const [days, setDays] = useState(String(camera.keepDays));
  const state = useBenchCamera((now) => now.state);
  const cameras = useCameras(state);
  const usage = useQuery(ask.photos.usage.queryOptions()).data;
  const mayChange = useMissingRight(['changeSettings']) === null;
  const keepDays = /^\d+$/.test(days) ? Number(days) : 0;
  const areRight = keepDays >= photoDays.least && keepDays <= photoDays.most;
  const name = cameras.find((one) => one.deviceId === deviceId)?.label ?? camera.name;
  const save = useAct(() => core.devices.setCamera({ isOn, deviceId, name: name.slice(0, 200), keepDays }), {
    says: () => t('settings.saved'),
    after: devicesShown,
    isShownInPlace: true,
  });
  if (!mayChange) return null;
  const isChanged = isOn !== camera.isOn || deviceId !== camera.deviceId || keepDays !== camera.keepDays;
  const known = cameras.map((one, at) => ({
    value: one.deviceId,
    label: one.label || t('devices.cameraNo', { no: at + 1 }),
  }));
  const away =
    deviceId !== '' && !known.some(({ value }) => value === deviceId)
      ? [{ value: deviceId, label: t('devices.cameraAway', { name: camera.name }) }]
      : [];
  return (
    <>
      <h3>{t('devices.camera')}</h3>
      <EntryForm yes={t('devices.saveCamera')} isReady={isChanged && areRight} {...save.form()}>
        <p className="soft small">{t('devices.cameraNote')}</p>
        <CheckField label={t('devices.cameraOn')} isOn={isOn} onChange={setOn} />
        {isOn && (
          <SelectField
            label={t('devices.cameraWhich')}
            width={320}
            value={deviceId}
            options={[{ value: '', label: t('devices.cameraFirst') }, ...known, ...away]}
            onChange={setDeviceId}
          />
        )}
        <TextField
          label={t('devices.cameraDays')}
          value={days}
          maxLength={maxDigits}
          hint={
            usage === undefined
              ? undefined
              : t('devices.cameraUsage', { count: usage.photos, mb: Math.ceil(usage.bytes / 1_000_000) })
          }
          error={areRight ? undefined : t('devices.cameraDaysWrong', photoDays)}
          onChange={setDays}
        />
      </EntryForm>
      {camera.isOn && <Preview key={camera.deviceId} deviceId={camera.deviceId} />}
    </>
  );
}
