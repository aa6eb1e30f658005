import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { core } from '../../bridge/core.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { useDraft } from '../../parts/useDraft.ts';

/** A pause in typing after which the core keeps the text. */
const keepAfterMs = 400;

/** What stands in the paste box; neither another screen nor a reload loses it. */
export function usePasteText() {
  const [text, set, forgetHere] = useDraft('paste', '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTouched = useRef(text !== '');
  const isNobodyHere = useQuery(operatorQueries.desk()).data?.role === 'nobody';
  useEffect(() => {
    // Before the sign-in it would be refused; after it, it is asked for.
    if (isTouched.current || isNobodyHere) return;
    core.paste.draft().then(
      (kept) => !isTouched.current && kept.text !== '' && set(() => kept.text),
      () => undefined,
    );
  }, [set, isNobodyHere]);
  return {
    text,
    change: (typed: string): void => {
      isTouched.current = true;
      set(() => typed);
      clearTimeout(timer.current);
      // A draft that cannot be kept now is still on the page; the next key tries again.
      timer.current = setTimeout(
        () => core.paste.keepDraft({ text: typed }).catch(() => undefined),
        keepAfterMs,
      );
    },
    /** It became orders. */
    forget: (): void => {
      clearTimeout(timer.current);
      set(() => '');
      forgetHere();
    },
  };
}
