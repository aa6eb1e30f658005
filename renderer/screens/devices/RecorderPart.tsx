import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevicesView } from '../../../shared/contracts/packing/devices.ts';
import { recorderWays } from '../../../shared/domain/packing/benchDevices.ts';
import { core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';
import { devicesShown } from './devicesShown.ts';

/** The camera program of the shop: told when the packing of a parcel begins and ends. */
export function RecorderPart({ devices: { recorder } }: { readonly devices: DevicesView }) {
  const { t } = useTranslation();
  const [way, setWay] = useState(recorder.way);
  const [target, setTarget] = useState('');
  const mayChange = useMissingRight(['changeSettings']) === null;
  const save = useAct(() => core.devices.setRecorder({ way, target }), {
    says: () => t('settings.saved'),
    after: (devices) => {
      devicesShown(devices);
      setTarget('');
    },
    isShownInPlace: true,
  });
  const test = useAct(() => core.devices.testRecorder(), {
    says: ({ durationMs }) => t('devices.recorderTested', { ms: durationMs }),
  });
  if (!mayChange) return null;
  const isChanged = way !== recorder.way || target.trim() !== '';
  return (
    <>
      <h3>{t('devices.recorder')}</h3>
      <EntryForm
        yes={t('devices.saveRecorder')}
        isReady={isChanged && (way === 'none' || target.trim() !== '')}
        {...save.form()}
      >
        <p className="soft small">{t('devices.recorderNote')}</p>
        <ChoiceField
          label={t('devices.recorderWay')}
          value={way}
          choices={recorderWays.map((value) => ({ value, label: t(`devices.recorderWays.${value}`) }))}
          onChange={(chosen) => setWay(chosen)}
        />
        {way !== 'none' && (
          <TextField
            label={t(`devices.recorderTarget.${way}`)}
            maxLength={500}
            value={target}
            placeholder={way === recorder.way ? recorder.shown : ''}
            hint={t(`devices.recorderHint.${way}`)}
            onChange={setTarget}
          />
        )}
        {recorder.way !== 'none' && !isChanged && (
          <div>
            <Button {...test.press()}>{t('devices.testRecorder')}</Button>
          </div>
        )}
      </EntryForm>
    </>
  );
}
