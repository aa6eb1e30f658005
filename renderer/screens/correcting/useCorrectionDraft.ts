import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Party, partyOf } from '../../../shared/domain/party.ts';
import { writtenPhone } from '../../../shared/rules/writtenPhone.ts';
import { ask, core } from '../../bridge/core.ts';
import type { CorrectionItem } from '../../bridge/questions.ts';
import { useKeys } from '../../parts/keys.ts';
import { useDraft } from '../../parts/view.ts';
import { useAct } from '../../work/useAct.ts';

/** A pause in typing after which the core keeps it: through a reload, a crash, a power cut. */
const keepAfterMs = 400;

/** The receiver as it is being corrected. The page keeps it when the screen is left, the core when the page is gone. */
export function useCorrectionDraft(item: CorrectionItem) {
  const { orderId, version, reading, draft } = item;
  const understood = inTheFields(reading);
  const [receiver, change, forgetHere] = useDraft<Party>(
    `correct-${orderId}-${version}`,
    draft ?? understood,
  );
  const [said, setSaid] = useState<Partial<Party>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Party | null>(null);
  const keepNow = useCallback((): void => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    const kept = waiting.current;
    waiting.current = null;
    // A draft that cannot be kept now is still on the page; the next key tries again.
    core.correct.keepDraft({ orderId, receiver: kept }).catch(() => undefined);
  }, [orderId]);
  useEffect(() => keepNow, [keepNow]);
  const put = (part: Partial<Party>): void => {
    setSaid((before) => ({ ...before, ...part }));
    change((before) => {
      const after = { ...before, ...part };
      waiting.current = after;
      clearTimeout(timer.current);
      timer.current = setTimeout(keepNow, keepAfterMs);
      return after;
    });
  };
  return {
    receiver,
    understood,
    /** A person wrote or chose it, be it what was understood. */
    isSaid: (field: keyof Party): boolean =>
      said[field] !== undefined || receiver[field] !== understood[field],
    put,
    /** The same from the fields: a text that is again what was understood was typed back, or is that before a scan, and says nothing. */
    write: (part: Partial<Party>): void => {
      put(part);
      for (const field of writtenFields)
        if (part[field] === understood[field]) setSaid(({ [field]: _returned, ...rest }) => rest);
    },
    /** It was accepted: the core forgets it along with that. */
    forget: (): void => {
      waiting.current = null;
      clearTimeout(timer.current);
      forgetHere();
    },
    /** Back to what was understood. */
    reset: (): void => {
      waiting.current = null;
      clearTimeout(timer.current);
      setSaid({});
      change(() => understood);
      forgetHere();
      core.correct.keepDraft({ orderId, receiver: null }).catch(() => undefined);
    },
  };
}

const writtenFields = ['name', 'phone', 'extension', 'town', 'detail'] as const;

/** What was understood; a phone that is none is in its field as it was written, so that a digit can be put right. */
function inTheFields(reading: CorrectionItem['reading']): Party {
  const party = partyOf(reading);
  const isWritten = party.phone === '' && reading.issues.includes('phone_invalid');
  return isWritten ? { ...party, phone: writtenPhone(reading.leftover) } : party;
}

/** Asks the platform's own parser about one order, when somebody wants it; nothing is taken over by itself. */
export function usePlatformAnswer(orderId: string) {
  const { t } = useTranslation();
  const askable = useQuery(ask.addressKnowledge.askable.queryOptions()).data ?? [];
  const asking = useAct(() => core.addressKnowledge.ask({ orderId }), { isShownInPlace: true });
  const canAsk = askable.some(({ canParse }) => canParse);
  const run = (): void => {
    if (canAsk && !asking.isPending) asking.mutate();
  };
  useKeys(canAsk ? [{ combo: 'Alt+p', says: t('correct.askKey'), run }] : []);
  return { canAsk, isAsking: asking.isPending, answer: asking.data ?? null, error: asking.error, ask: run };
}
