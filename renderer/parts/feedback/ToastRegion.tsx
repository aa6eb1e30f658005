import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { StateMark } from '../StateMark.tsx';
import { type Toast, useToasts } from './toasts.ts';

/** Long enough to read twice; failures stay longer, and where they must be mended they stand on the screen as well. */
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
        <StateMark tone={toast.tone} label={t(`tone.${toast.tone}`)} />
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
      <Button
        look="quiet"
        size="small"
        icon="close"
        label={t('common.close')}
        onPress={() => drop(toast.id)}
      />
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
