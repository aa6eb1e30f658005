/** Heard across a packing table: one high note for done, two low ones for stop. Hz and ms. */
const tones = {
  done: [{ hertz: 1_320, fromMs: 0, forMs: 90 }],
  failed: [
    { hertz: 220, fromMs: 0, forMs: 160 },
    { hertz: 180, fromMs: 200, forMs: 220 },
  ],
} as const;

let audio: AudioContext | null = null;

/** Never the only sign: whoever plays it shows words as well. */
export function playTone(name: keyof typeof tones): void {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  for (const { hertz, fromMs, forMs } of tones[name]) {
    const source = audio.createOscillator();
    const loudness = audio.createGain();
    source.frequency.value = hertz;
    loudness.gain.value = 0.15;
    source.connect(loudness).connect(audio.destination);
    source.start(audio.currentTime + fromMs / 1_000);
    source.stop(audio.currentTime + (fromMs + forMs) / 1_000);
  }
}
