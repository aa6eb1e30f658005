import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge/core.ts';
import { Icon } from '../parts/Icon.tsx';
import { go } from '../parts/place.ts';
import { StateMark } from '../parts/StateMark.tsx';

/** In the status bar, only while something is wrong: the worst alarm and how many more there are. A new loud one is heard, too. */
export function AlarmStatus() {
  const { t } = useTranslation();
  const open = useQuery(ask.alarms.open.queryOptions()).data ?? [];
  const loudAt = Math.max(0, ...open.map((alarm) => alarm.loudAt ?? 0));
  useTone(loudAt);
  const [worst, ...others] = open;
  if (worst === undefined) return null;
  const tone = worst.severity === 'urgent' ? 'failed' : 'note';
  return (
    <button
      type="button"
      className="status-item status-alarm"
      title={t('alarmScreen.title')}
      onClick={() => go('insight', { tab: 'alarms', section: worst.id })}
    >
      <Icon name="alert" size={14} />
      <span className="hidden-label">{t('alarmScreen.title')}</span>
      <span className="status-alarm-named line">
        <StateMark tone={tone} label={t(`alarm.${worst.kind}`)} />
        {others.length > 0 && <span className="soft">{`+${others.length}`}</span>}
      </span>
      <span className="status-alarm-counted">
        <StateMark tone={tone} label={t('alarmScreen.count', { count: open.length })} />
      </span>
    </button>
  );
}

/** Heard once for each moment the core made loud; what was loud before this page was opened is not. */
function useTone(loudAt: number): void {
  const heard = useRef<number | null>(null);
  useEffect(() => {
    if (heard.current !== null && loudAt > heard.current) playTone();
    heard.current = Math.max(heard.current ?? 0, loudAt);
  }, [loudAt]);
}

/** Two falling notes, made here: no file to load, nothing to miss without network. */
function playTone(): void {
  const audio = new AudioContext();
  const gain = audio.createGain();
  gain.gain.value = 0.15;
  gain.connect(audio.destination);
  for (const [at, hertz] of [
    [0, 880],
    [0.25, 659],
    [0.6, 880],
    [0.85, 659],
  ] as const) {
    const note = audio.createOscillator();
    note.frequency.value = hertz;
    note.connect(gain);
    note.start(audio.currentTime + at);
    note.stop(audio.currentTime + at + 0.2);
    note.onended = () => {
      if (at > 0.8) void audio.close();
    };
  }
}
