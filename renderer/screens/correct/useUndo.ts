import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { core } from '../../bridge/core.ts';

export interface Accepted {
  readonly orderId: string;
  readonly orderNo: string;
  readonly version: number;
}

/** Acceptances of this sitting, the last one first to be taken back. */
export function useUndo(onUndone: (orderId: string) => void) {
  const [past, setPast] = useState<readonly Accepted[]>([]);
  const accepted = past.at(-1) ?? null;
  const takeBack = useMutation({
    mutationFn: ({ orderId, version }: Accepted) => core.correct.undo({ orderId, version }),
    onSuccess: ({ orderId }) => {
      setPast((before) => before.slice(0, -1));
      onUndone(orderId);
    },
  });
  return {
    accepted,
    remember: (one: Accepted) => setPast((before) => [...before, one]),
    undo: () => {
      if (accepted !== null && !takeBack.isPending) takeBack.mutate(accepted);
    },
  };
}
