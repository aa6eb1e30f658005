import './stateMark.css';

export type Tone = 'waiting' | 'active' | 'done' | 'unsure' | 'failed' | 'note' | 'rest';

const shapes: Readonly<Record<Tone, string>> = {
  waiting: 'M6 1.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM6 3.500V6l1.600 1.200',
  active: 'M6 1.500a4.500 4.500 0 1 1-4.300 3.200M3.500 6h5m0 0L6.800 4.300M8.500 6 6.800 7.700',
  done: 'M2 6.500 4.800 9.200 10 3',
  unsure: 'M4.200 4.200a1.900 1.900 0 1 1 2.800 1.600C6.300 6.200 6 6.600 6 7.300M6 9.800h.01',
  failed: 'M3 3l6 6M9 3 3 9',
  note: 'M6 2v5M6 9.600h.01',
  rest: 'M3 6h6',
};

/** A state: shape, words and colour together, so that colour is never the only sign. */
export function StateMark({ tone, label, title }: { tone: Tone; label: string; title?: string | undefined }) {
  return (
    <span className={`state-mark state-${tone}`} title={title}>
      <svg width="14" height="14" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={shapes[tone]} />
      </svg>
      <span>{label}</span>
    </span>
  );
}

/** A bar; `share` in 0..1, null while nobody can know. */
export function ProgressBar({ share, label }: { readonly share: number | null; readonly label: string }) {
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div
        className={percent === undefined ? 'progress-fill progress-open' : 'progress-fill'}
        style={{ width: `${percent ?? 100}%` }}
      />
    </div>
  );
}
