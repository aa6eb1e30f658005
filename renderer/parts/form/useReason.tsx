import { useState } from 'react';
import { ReasonField } from './TextField.tsx';

/** Shortest reason the core accepts: shorter ones tell nobody anything. */
const minReason = 2;

/** Why something is done, with the field it is typed into. */
export function useReason(label: string, ready: readonly string[]) {
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return {
    reason,
    isEnough: reason.length >= minReason,
    field: <ReasonField label={label} value={typed} ready={ready} onChange={setTyped} />,
  };
}
