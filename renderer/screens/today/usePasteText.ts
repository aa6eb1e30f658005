import { useEffect, useRef } from 'react';
import { core } from '../../bridge/core.ts';
import { useDraft } from '../../parts/view/useDraft.ts';

/** A pause in typing after which the core keeps the text. */
const keepAfterMs = 400;

/** What stands in the paste box; neither another screen nor a reload loses it. */
export function usePasteText() {
  const [text, set, forgetHere] = useDraft('paste', '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTouched = useRef(text !== '');
  useEffect(() => {
    if (isTouched.current) return;
    core.paste.draft().then(
      (kept) => !isTouched.current && kept.text !== '' && set(() => kept.text),
      () => undefined,
    );
  }, [set]);
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
