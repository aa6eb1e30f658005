import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackDesk } from '../../../../shared/contracts/packing/packing.ts';
import type { PackSaying } from '../../../../shared/domain/packing/packing.ts';
import { ask, core } from '../../../bridge/core.ts';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { OpenCamera, useBenchCamera } from '../../../work/devices/benchCamera.ts';
import { useAct } from '../../../work/useAct.ts';
import { onBenchAnswer } from './gestures.ts';
import { onPhotoWish } from './pageCommands.ts';

/** A refusal of the core is shown by its toast. */
const quietly = (act: Promise<unknown>): void => void act.catch(() => undefined);

/** A parcel is done, and is before the camera. */
const moments: readonly PackSaying[] = ['closed', 'aside'];

/**
 * A photo of each parcel as it is done, and of the one on the bench when its barcode is scanned. Nothing waits for it, and what
 * goes wrong stops nobody.
 */
export function useBenchPhotos({ parcel, last }: Pick<PackDesk, 'parcel' | 'last'>): void {
  const { t } = useTranslation();
  const setting = useQuery(ask.devices.get.queryOptions()).data?.camera;
  const camera = useRef<OpenCamera | null>(null);
  const isOn = setting?.isOn === true;
  const deviceId = setting?.deviceId ?? '';
  useEffect(() => {
    if (!isOn) return;
    const opened = new OpenCamera(deviceId);
    camera.current = opened;
    return () => {
      camera.current = null;
      opened.close();
    };
  }, [isOn, deviceId]);
  const save = useAct((still: { readonly parcelId: string; readonly base64: string }) =>
    core.photos.save(still),
  );
  const take = async (parcelId: string): Promise<boolean> => {
    const base64 = (await camera.current?.take()) ?? null;
    if (base64 === null) return false;
    await save.mutateAsync({ parcelId, base64 });
    return true;
  };
  const wish = async (): Promise<void> => {
    const parcelId = parcel?.parcelId ?? last?.parcelId;
    const { state } = useBenchCamera.getState();
    if (!isOn) say({ tone: 'failed', says: t('packing.photoOff'), next: t('packing.photoOffNext') });
    else if (parcelId === undefined) say({ tone: 'failed', says: t('packing.photoNoParcel') });
    else if (await take(parcelId)) say({ tone: 'done', says: t('packing.photoTaken') });
    else if (state === null || state === 'on' || state === 'starting')
      say({ tone: 'failed', says: t('packing.camera.starting') });
    else say({ tone: 'failed', says: t(`packing.camera.${state}`), next: t(`packing.cameraNext.${state}`) });
  };
  const newest = useRef({ take, wish });
  newest.current = { take, wish };
  useEffect(
    () =>
      onBenchAnswer(({ says, about }) => {
        if (about !== null && moments.includes(says)) quietly(newest.current.take(about.parcelId));
      }),
    [],
  );
  useEffect(() => onPhotoWish(() => quietly(newest.current.wish())), []);
}
