import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { failureIn } from '../bridge/failureOf.ts';
import { say } from '../parts/feedback/Toasts.tsx';

interface ActOptions<Reply, Given> {
  /** What is shown once it is done; plain words: all went well. */
  says?(reply: Reply, given: Given): string | Parameters<typeof say>[0] | null;
  /** What follows in the page. */
  after?(reply: Reply, given: Given): void;
  /** What follows whether it succeeded or not. */
  ended?(): void;
  /** Why it did not succeed is where it was asked for; no toast besides. */
  readonly isShownInPlace?: boolean;
}

/**
 * Something the core is asked to do, with the hands by which buttons, dialogs and forms do it: spread them into the widget, and it
 * is busy for as long as the core is.
 */
export function useAct<Reply, Given = void>(
  does: (given: Given) => Promise<Reply>,
  { says, after, ended, isShownInPlace = false }: ActOptions<Reply, Given> = {},
) {
  // TanStack takes over a new function only after the page was drawn: a key pressed before that would send what was there
  // a moment ago.
  const newest = useRef({ does, says, after, ended });
  useLayoutEffect(() => {
    newest.current = { does, says, after, ended };
  });
  const act = useMutation({
    mutationFn: (given: Given) => newest.current.does(given),
    meta: { isShownInPlace },
    onSuccess: (reply, given) => {
      const toast = newest.current.says?.(reply, given);
      if (toast !== undefined && toast !== null)
        say(typeof toast === 'string' ? { tone: 'done', says: toast } : toast);
      newest.current.after?.(reply, given);
    },
    onSettled: () => newest.current.ended?.(),
  });
  const isBusy = act.isPending;
  const failure = failureIn(act);
  const shown = { isBusy, failure: isShownInPlace ? failure : null };
  return {
    ...act,
    failure,
    /** For a `Button`. */
    press: (given: Given) => ({ isBusy, onPress: () => act.mutate(given) }),
    /** For an `AskDialog`. */
    dialog: (given: Given) => ({ ...shown, onYes: () => act.mutate(given) }),
    /** For an `EntryForm`. */
    form: (given: Given) => ({ ...shown, onSubmit: () => act.mutate(given) }),
    /** For an `AskingButton`. */
    asking: (given: Given) => ({ isBusy, act: () => act.mutateAsync(given) }),
  };
}

export type Act<Reply, Given = void> = ReturnType<typeof useAct<Reply, Given>>;
