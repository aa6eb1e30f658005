import { describe, expect, test } from 'vitest';
import {
  type BenchSound,
  samplesOf,
  soundsPerSecond,
  tuneOf,
} from '../../../../../shared/domain/packing/benchSounds.ts';
import { packStops, stopFacts } from '../../../../../shared/domain/packing/packStops.ts';

const sounds: readonly BenchSound[] = [...packStops, 'opened', 'counted', 'checked', 'closed'];
const ownTunes = sounds.filter((sound) => sound !== 'unknown');

/** How strongly one pitch is in a sound. */
function share(samples: Float32Array, hertz: number): number {
  let real = 0;
  let imaginary = 0;
  for (const [at, sample] of samples.entries()) {
    const turn = (2 * Math.PI * hertz * at) / soundsPerSecond;
    real += sample * Math.cos(turn);
    imaginary += sample * Math.sin(turn);
  }
  return Math.hypot(real, imaginary) / samples.length;
}

describe('the sounds of the bench', () => {
  test('every stop has a tune of its own, and no two sound alike', () => {
    for (const sound of ownTunes) expect(tuneOf(sound), sound).not.toEqual(tuneOf('unknown'));
    const heard = sounds.map((sound) => JSON.stringify(tuneOf(sound)));
    expect(new Set(heard).size).toBe(sounds.length);
  });

  test('none takes longer than the next scan', () => {
    for (const sound of sounds) {
      const ms = tuneOf(sound).notes.reduce((sum, [, forMs]) => sum + forMs, 0);
      expect(ms, sound).toBeLessThanOrEqual(900);
      expect(samplesOf(tuneOf(sound)).length).toBeCloseTo((ms / 1_000) * soundsPerSecond, -1);
    }
  });

  test('what must be seen to never sounds like what went well', () => {
    for (const stop of packStops)
      if (stopFacts(stop).weight === 'stop') expect(tuneOf(stop).voice, stop).not.toBe('bell');
    for (const sound of ['opened', 'counted', 'checked', 'closed'] as const)
      expect(tuneOf(sound).voice).toBe('bell');
  });

  test('a tune is played as it is written: its pitch is in the sound, another is not, and nothing is cut off', () => {
    const samples = samplesOf(tuneOf('counted'));
    expect(share(samples, 1_320)).toBeGreaterThan(10 * share(samples, 997));
    expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(1);
    for (const sound of sounds) {
      const own = samplesOf(tuneOf(sound));
      expect(Math.abs(own[0] ?? 1)).toBeLessThan(0.01);
      expect(Math.abs(own.at(-1) ?? 1)).toBeLessThan(0.2);
    }
  });
});
