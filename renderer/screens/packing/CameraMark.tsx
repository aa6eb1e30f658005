import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useBenchCamera } from '../../work/devices/benchCamera.ts';

/** Whether photos are taken, or why they are not; packing goes on either way. */
export function CameraMark() {
  const { t } = useTranslation();
  const state = useBenchCamera((camera) => camera.state);
  if (state === null || state === 'starting') return null;
  return (
    <span
      className="bench-camera"
      title={state === 'on' ? t('packing.cameraNote') : t(`packing.cameraNext.${state}`)}
    >
      <Icon name="camera" />
      <span className="bench-camera-named">
        <StateMark tone={state === 'on' ? 'done' : 'note'} label={t(`packing.camera.${state}`)} />
      </span>
      {state !== 'on' && (
        <span className="bench-camera-short">
          <StateMark tone="note" label={t('packing.noPhotos')} />
        </span>
      )}
    </span>
  );
}
