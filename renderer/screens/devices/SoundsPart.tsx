import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevicesView } from '../../../shared/contracts/packing/devices.ts';
import { packStops } from '../../../shared/domain/packing/packStops.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { playBenchSound } from '../../work/devices/benchSound.ts';
import { useAct } from '../../work/useAct.ts';
import { devicesShown } from './devicesShown.ts';

const good = ['opened', 'counted', 'checked', 'closed'] as const;

/** How loud the bench is, and what each of its sounds means: each can be heard here. */
export function SoundsPart({ devices: { sounds } }: { readonly devices: DevicesView }) {
  const { t } = useTranslation();
  const [loudness, setLoudness] = useState(sounds.loudness);
  const save = useAct((percent: number) => core.devices.setSounds({ loudness: percent }), {
    after: devicesShown,
  });
  const set = (): void => {
    playBenchSound('closed', loudness);
    if (loudness !== sounds.loudness) save.mutate(loudness);
  };
  return (
    <>
      <h3>{t('devices.sounds')}</h3>
      <div className="panel panel-pad stack">
        <label className="loudness">
          <span>{t('devices.loudness')}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={10}
            value={loudness}
            onChange={(event) => setLoudness(Number(event.target.value))}
            onPointerUp={set}
            onKeyUp={set}
          />
          <output className="number">
            {loudness === 0 ? t('devices.silentSounds') : t('devices.percent', { percent: loudness })}
          </output>
        </label>
        <p className="soft small">{t('devices.soundsNote')}</p>
        <details>
          <summary>{t('devices.allSounds', { count: good.length + packStops.length })}</summary>
          <ul className="plain-list sound-list">
            {good.map((sound) => (
              <Sound
                key={sound}
                says={t(`devices.goodSound.${sound}`)}
                onPlay={() => playBenchSound(sound, loudness)}
              />
            ))}
            {packStops.map((stop) => (
              <Sound key={stop} says={t(`packStop.${stop}`)} onPlay={() => playBenchSound(stop, loudness)} />
            ))}
          </ul>
        </details>
      </div>
    </>
  );
}

function Sound({ says, onPlay }: { readonly says: string; onPlay(): void }) {
  return (
    <li>
      <Button look="quiet" size="small" icon="play" label={says} onPress={onPlay} />
      <span>{says}</span>
    </li>
  );
}
