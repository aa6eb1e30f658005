import {
  type BenchSound,
  samplesOf,
  soundsPerSecond,
  tuneOf,
} from '../../../shared/domain/packing/benchSounds.ts';
import { ask } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';

/** Until it is known how loud this bench is. */
const usualLoudness = 60;

let audio: AudioContext | null = null;
let playing: AudioBufferSourceNode | null = null;
const buffers = new Map<BenchSound, AudioBuffer>();

function bufferOf(context: AudioContext, sound: BenchSound): AudioBuffer {
  const known = buffers.get(sound);
  if (known !== undefined) return known;
  const samples = samplesOf(tuneOf(sound));
  const made = context.createBuffer(1, samples.length, soundsPerSecond);
  made.copyToChannel(samples, 0);
  buffers.set(sound, made);
  return made;
}

function loudnessNow(): number {
  const devices = queryClient.getQueryData(ask.devices.get.queryKey());
  return devices?.sounds.loudness ?? usualLoudness;
}

/**
 * Plays it in place of what still sounds: the newest scan is what counts. Never the only sign: whoever plays it shows words as
 * well. `loudness` in percent; absent: as this bench is set.
 */
export function playBenchSound(sound: BenchSound, loudness: number = loudnessNow()): void {
  if (typeof AudioContext === 'undefined' || loudness === 0) return;
  audio ??= new AudioContext();
  playing?.stop();
  playing = audio.createBufferSource();
  playing.buffer = bufferOf(audio, sound);
  const gain = audio.createGain();
  // Loudness is heard by its square.
  gain.gain.value = (loudness / 100) ** 2;
  playing.connect(gain).connect(audio.destination);
  playing.start();
}
