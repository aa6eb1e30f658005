import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { Button, IconButton } from '../Button.tsx';
import { StateMark, type Tone } from '../StateMark.tsx';

interface Toast {
  readonly id: number;
  readonly tone: Extract<Tone, 'done' | 'unsure' | 'failed'>;
  readonly says: string;
  readonly next?: string;
  /** Small and copyable, for support. */
  readonly code?: string;
  readonly action?: { readonly label: string; run(): void };
  /** What it is about, where its words go as soon as that is over. */
  readonly about?: 'scan';
}

interface Toasts {
  readonly shown: readonly Toast[];
  say(toast: Omit<Toast, 'id'>): void;
  drop(id: number): void;
  takeBack(about: Toast['about']): void;
}

/** At most this many at once; the oldest goes first. */
const maxShown = 3;
let lastId = 0;

/** Short words about what just happened. What must be acted on stays on its screen, never only here. */
const useToasts = create<Toasts>((set) => ({
  shown: [],
  say: (toast) => {
    lastId += 1;
    const added = { ...toast, id: lastId };
    // The same words again replace the previous ones: a failure that repeats must not cover the page.
    set(({ shown }) => ({
      shown: [...shown.filter(({ says }) => says !== toast.says), added].slice(-maxShown),
    }));
  },
  drop: (id) => set(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) })),
  takeBack: (about) => set(({ shown }) => ({ shown: shown.filter((toast) => toast.about !== about) })),
}));

/** Says it on whatever screen is shown, and takes back what is said about something. */
export const { say, takeBack } = useToasts.getState();

/** Long enough to read twice; failures stay longer, and where something must be fixed they stand on the screen as well. */
const stayMs = { done: 6_000, unsure: 30_000, failed: 20_000 } as const;

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { drop } = useToasts.getState();
  useEffect(() => {
    const timer = setTimeout(() => drop(toast.id), stayMs[toast.tone]);
    return () => clearTimeout(timer);
  }, [toast, drop]);
  return (
    <div className={`toast toast-${toast.tone}`}>
      <div className="toast-words">
        <StateMark tone={toast.tone === 'unsure' ? 'note' : toast.tone} label={t(`tone.${toast.tone}`)} />
        <p>{toast.says}</p>
        {toast.next !== undefined && <p className="soft">{toast.next}</p>}
        {toast.code !== undefined && <code className="code">{toast.code}</code>}
      </div>
      {toast.action !== undefined && (
        <Button
          size="small"
          onPress={() => {
            toast.action?.run();
            drop(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('common.close')} onPress={() => drop(toast.id)} />
    </div>
  );
}

export function ToastRegion() {
  const shown = useToasts((toasts) => toasts.shown);
  return (
    <div className="toast-region" role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

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
