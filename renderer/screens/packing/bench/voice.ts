import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { PackAnswer } from '../../../../shared/contracts/packing/packing.ts';
import type { BenchSound } from '../../../../shared/domain/packing/benchSounds.ts';
import type { PackSaying } from '../../../../shared/domain/packing/packing.ts';

interface BenchVoice {
  readonly isSpoken: boolean;
}

/** Whether the bench speaks, on this computer. Tones have a loudness of their own in Settings. */
export const useBenchVoice = create<BenchVoice>()(
  persist((): BenchVoice => ({ isSpoken: true }), { name: 'shipdesk.benchVoice' }),
);

/** Says it instead of what is being said: the newest counts. Silent where the system has no voice. */
export function speak(text: string, language: string): void {
  if (!useBenchVoice.getState().isSpoken || !('speechSynthesis' in window) || text === '') return;
  window.speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.lang = language;
  window.speechSynthesis.speak(said);
}

const soundOfSaying: Partial<Readonly<Record<PackSaying, BenchSound>>> = {
  opened: 'opened',
  reopened: 'opened',
  checked: 'checked',
  weighed: 'checked',
  overridden: 'checked',
  closed: 'closed',
  aside: 'closed',
};

/** What is said about a gesture: its stop, otherwise its result. */
export const soundOf = ({ says, stop }: Pick<PackAnswer, 'says' | 'stop'>): BenchSound =>
  stop?.kind ?? soundOfSaying[says] ?? 'counted';
