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
  /** The dialog it was said over: what lies behind a modal one is neither heard nor pressed. */
  readonly host: string | undefined;
}

interface Toasts {
  readonly shown: readonly Toast[];
  /** Open dialogs, the topmost last. */
  readonly hosts: readonly string[];
  say(toast: Omit<Toast, 'id' | 'host'>): void;
  drop(id: number): void;
  takeBack(about: Toast['about']): void;
  open(host: string): void;
  close(host: string): void;
}

/** At most this many at once; the oldest goes first. */
const maxShown = 3;
let lastId = 0;

/** Short words about what just happened. What must be acted on stays on its screen, never only here. */
const useToasts = create<Toasts>((set) => ({
  shown: [],
  hosts: [],
  say: (toast) => {
    lastId += 1;
    const id = lastId;
    // The same words again replace the previous ones: a failure that repeats must not cover the page.
    set(({ shown, hosts }) => ({
      shown: [...shown.filter(({ says }) => says !== toast.says), { ...toast, id, host: hosts.at(-1) }].slice(
        -maxShown,
      ),
    }));
  },
  drop: (id) => set(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) })),
  takeBack: (about) => set(({ shown }) => ({ shown: shown.filter((toast) => toast.about !== about) })),
  open: (host) => set(({ hosts }) => ({ hosts: [...hosts, host] })),
  // What was said over it is still worth reading: the page shows it from now on.
  close: (host) =>
    set(({ shown, hosts }) => ({
      hosts: hosts.filter((open) => open !== host),
      shown: shown.map((toast) => (toast.host === host ? { ...toast, host: undefined } : toast)),
    })),
}));

/** Says it on whatever screen is shown, and takes back what is said about something. */
export const { say, takeBack } = useToasts.getState();

/** Long enough to read twice; failures stay longer, and where something must be fixed they are on the screen as well. */
const stayMs = { done: 6_000, unsure: 30_000, failed: 20_000 } as const;

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { drop } = useToasts.getState();
  useEffect(() => {
    const timer = setTimeout(() => drop(toast.id), stayMs[toast.tone]);
    return () => clearTimeout(timer);
  }, [toast, drop]);
  return (
    <div className={`toast toast-${toast.tone}`} aria-atomic="true">
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

/** Of the page, or of an open dialog. Only what comes is read out, not once more what stands beside it. */
export function ToastRegion({ host }: { readonly host?: string }) {
  const shown = useToasts((toasts) => toasts.shown);
  useEffect(() => {
    if (host === undefined) return undefined;
    const { open, close } = useToasts.getState();
    open(host);
    return () => close(host);
  }, [host]);
  return (
    <div className="toast-region" role="status" aria-live="polite" aria-atomic="false">
      {shown
        .filter((toast) => toast.host === host)
        .map((toast) => (
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
