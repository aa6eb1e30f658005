import type { PackStop } from './packStops.ts';

/** What goes well is heard too: opened, one piece counted, all there, closed. */
export type BenchSound = PackStop | 'opened' | 'counted' | 'checked' | 'closed';

/** Hz (0: a rest) and ms. */
export type Note = readonly [hertz: number, forMs: number];

/** `bell`: soft, nothing is wrong · `horn`: look up · `buzz`: take your hands off. */
export type Voice = 'bell' | 'horn' | 'buzz';

export interface Tune {
  readonly voice: Voice;
  readonly notes: readonly Note[];
}

const tune = (voice: Voice, ...notes: readonly Note[]): Tune => ({ voice, notes });
const rest: Note = [0, 50];

/** The same note again and again. */
const beats = (hertz: number, forMs: number, count: number): readonly Note[] =>
  Array.from({ length: count }).flatMap((_, at): Note[] =>
    at === 0 ? [[hertz, forMs]] : [rest, [hertz, forMs]],
  );

/**
 * One tune each, so that a packer knows without looking. A family has one voice and one way to move: what must not be sent falls low
 * and buzzes, wrong goods jump, codes stutter, weights slide, labels and numbers rise like a question.
 */
const tunes: Readonly<Record<string, Tune>> = {
  opened: tune('bell', [880, 70], [1_175, 90]),
  counted: tune('bell', [1_320, 60]),
  checked: tune('bell', [1_320, 70], [1_760, 110]),
  closed: tune('bell', [1_047, 80], [1_320, 80], [1_568, 160]),

  refunded: tune('buzz', [220, 260], rest, [165, 420]),
  cancelled: tune('buzz', [196, 180], rest, [196, 180], rest, [147, 420]),
  held: tune('buzz', [247, 420], rest, [247, 140]),
  'open-elsewhere': tune('horn', [392, 110], [330, 110], [262, 110], [330, 240]),
  'taken-over': tune('buzz', [330, 110], [262, 110], [330, 110], [196, 300]),
  'bench-held': tune('horn', [247, 260], [294, 160]),
  changed: tune('buzz', [262, 140], [330, 140], [262, 260]),
  'goods-doubt': tune('horn', [330, 110], [494, 110], [330, 110], [494, 110], [659, 240]),
  'wrong-bench': tune('buzz', [330, 120], [220, 120], [330, 120], [220, 240]),
  'other-shop': tune('buzz', [294, 120], [220, 120], [175, 300]),
  voided: tune('buzz', [175, 520]),
  regrouped: tune('buzz', [233, 110], [277, 110], [233, 110], [277, 240]),
  left: tune('buzz', [131, 300], rest, [131, 300]),

  'already-packed': tune('horn', ...beats(392, 130, 2)),
  'already-printed': tune('bell', ...beats(698, 110, 2)),
  masked: tune('horn', [349, 160], [311, 260]),
  'no-number': tune('bell', [659, 110], [784, 110], [988, 180]),
  unsure: tune('bell', [784, 120], [740, 120], [784, 200]),
  'label-unsure': tune('horn', [523, 120], [494, 120], [523, 220]),
  'other-carrier': tune('buzz', [392, 120], [247, 300]),
  'not-packed': tune('horn', [392, 120], [330, 120], [392, 220]),
  'on-other-list': tune('horn', [494, 110], [392, 110], [494, 220]),
  'wrong-label': tune('buzz', [440, 110], [220, 110], [440, 110], [220, 110], [440, 220]),
  printer: tune('horn', [440, 140], [587, 140], [440, 140], [587, 240]),

  unknown: tune('horn', ...beats(294, 110, 3)),
  'not-here': tune('horn', ...beats(294, 110, 2), [262, 240]),
  several: tune('horn', ...beats(370, 80, 4)),
  glued: tune('horn', ...beats(330, 60, 6)),
  half: tune('horn', [330, 60], [0, 160], [330, 60]),

  'nothing-open': tune('horn', [262, 140], [196, 220]),
  'no-order': tune('horn', [247, 90], rest, [247, 90], rest, [196, 220]),
  'list-done': tune('horn', [392, 120], [494, 120], [587, 120], [392, 200]),
  unfinished: tune('horn', [294, 140], [349, 140], [294, 220]),
  'nothing-to-do': tune('horn', [330, 140]),
  'wrong-item': tune('buzz', [523, 110], [196, 300]),
  'extra-item': tune('buzz', [392, 110], [587, 110], [196, 260]),
  'same-unit': tune('buzz', [587, 90], [587, 90], [196, 260]),
  'items-missing': tune('horn', [523, 110], [440, 110], [349, 220]),

  'no-weight': tune('horn', [494, 180], [466, 180], [440, 220]),
  'weight-moving': tune('horn', ...[440, 466, 440, 466, 440].map((hertz): Note => [hertz, 80])),
  'weight-old': tune('horn', [466, 240], [440, 120]),
  'weight-carried': tune('horn', [440, 120], [466, 120], [494, 260]),
  'weight-off': tune('buzz', [349, 160], [370, 160], [392, 160], [415, 240]),
};

/** A stop nobody has made a tune for sounds like a code nobody knows. */
export const tuneOf = (sound: BenchSound): Tune => tunes[sound] ?? tune('horn', ...beats(294, 110, 3));

export const soundsPerSecond = 16_000;

/** Overtones of each voice: how loud, against the ground note. */
const overtones: Readonly<Record<Voice, readonly number[]>> = {
  bell: [1, 0.35, 0.12],
  horn: [1, 0.5, 0.35, 0.2],
  buzz: [1, 0.75, 0.6, 0.5, 0.42, 0.36, 0.3],
};
/** Notes begin and end softly, or the loudspeaker clicks. */
const rampMs = 6;

/** The tune as it is played: -1 to 1, the same each time. */
export function samplesOf({ voice, notes }: Tune): Float32Array<ArrayBuffer> {
  const parts = overtones[voice];
  const whole = parts.reduce((sum, loudness) => sum + loudness, 0);
  const lengths = notes.map(([, forMs]) => Math.round((forMs / 1_000) * soundsPerSecond));
  const samples = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  const ramp = (rampMs / 1_000) * soundsPerSecond;
  let at = 0;
  for (const [index, [hertz]] of notes.entries()) {
    const length = lengths[index] ?? 0;
    for (let step = 0; step < length; step++) {
      const turn = (2 * Math.PI * hertz * step) / soundsPerSecond;
      const wave = parts.reduce((sum, loudness, nth) => sum + loudness * Math.sin(turn * (nth + 1)), 0);
      const edge = Math.min(1, step / ramp, (length - step) / ramp);
      samples[at + step] = (wave / whole) * edge;
    }
    at += length;
  }
  return samples;
}
