import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { playTone } from '../../../parts/feedback/Toasts.tsx';
import type { BenchLook } from './stopLooks.ts';

interface BenchVoice {
  readonly isSpoken: boolean;
}

/** Whether the bench speaks, on this computer. Tones always sound: they are how a packer works without looking. */
export const useBenchVoice = create<BenchVoice>()(
  persist((): BenchVoice => ({ isSpoken: true }), { name: 'shipdesk.benchVoice' }),
);

/** Says it in place of what is being said: the newest is what counts. Where the system has no voice nothing is heard. */
export function speak(text: string, language: string): void {
  if (!useBenchVoice.getState().isSpoken || !('speechSynthesis' in window) || text === '') return;
  window.speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.lang = language;
  window.speechSynthesis.speak(said);
}

export function sound(look: BenchLook): void {
  playTone(look === 'good' || look === 'ready' || look === 'moving' ? 'done' : 'failed');
}
