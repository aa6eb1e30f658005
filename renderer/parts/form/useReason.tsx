import { type ReactNode, useState } from 'react';
import { ReasonField } from './TextField.tsx';

/** Shortest reason the core accepts: shorter ones tell nobody anything. */
const minReason = 2;

interface TypedReason {
  readonly reason: string;
  readonly isEnough: boolean;
  readonly field: ReactNode;
}

/** Why something is done, with the field it is typed into. */
export function useReason(label: string, ready: readonly string[]): TypedReason {
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return {
    reason,
    isEnough: reason.length >= minReason,
    field: <ReasonField label={label} value={typed} ready={ready} onChange={setTyped} />,
  };
}
