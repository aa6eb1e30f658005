import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { HandoverCarrier } from '../../../../shared/contracts/packing/handover.ts';
import { core } from '../../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../../bridge/failureOf.ts';
import { playBenchSound } from '../../../work/devices/benchSound.ts';
import type { BenchLook } from '../bench/stopLooks.ts';
import { lookOfStop } from '../bench/stopLooks.ts';
import { useVerdictWords, type VerdictWords } from '../bench/useVerdictWords.ts';
import type { Verdict } from '../bench/verdict.ts';
import { speak } from '../bench/voice.ts';

type Out = Answered<'handover', 'scanOut'>;

/** What the last scan came to, and on which list; null: none was made. */
type LastOut = { readonly out: Out; readonly handoverId: string } | { readonly failure: PageFailure } | null;

function verdictOf(last: LastOut): Verdict | null {
  if (last === null) return null;
  if ('failure' in last) return { kind: 'failure', look: 'wrong', failure: last.failure };
  const { stop } = last.out;
  return stop === null ? null : { kind: 'stop', look: lookOfStop(stop.kind), stop };
}

interface OutState {
  readonly look: BenchLook;
  readonly words: VerdictWords;
  readonly isAlert: boolean;
}

type Piled = Pick<HandoverCarrier, 'open' | 'closed' | 'packed'>;

/** Once a list is signed, its scans no longer show the present state. */
const isOver = (last: LastOut, { closed }: Piled): boolean =>
  last !== null && 'out' in last && closed.some(({ handoverId }) => handoverId === last.handoverId);

/** The big state of handing over: how many are on the list, why the last parcel is not, or that the list is signed and what comes next. */
export function useOutState(): (last: LastOut, pile: Piled, carrier: string) => OutState {
  const { t } = useTranslation();
  const wordsOf = useVerdictWords();
  return (scanned, pile, carrier) => {
    const last = isOver(scanned, pile) ? null : scanned;
    const verdict = verdictOf(last);
    if (verdict !== null) return { look: verdict.look, words: wordsOf(verdict), isAlert: true };
    const signed = last === null && pile.open === null ? pile.closed[0] : undefined;
    if (signed !== undefined)
      return {
        look: 'good',
        words: {
          big: t('packing.signed', { count: signed.parcels, carrier }),
          says: signed.no,
          next: pile.packed > 0 ? t('packing.signedNext', { count: pile.packed }) : t('packing.signedAll'),
          code: '',
        },
        isAlert: false,
      };
    const out = last !== null && 'out' in last ? last.out : null;
    const isRepeated = out?.says === 'repeated';
    const parcels = pile.open?.parcels ?? 0;
    return {
      look: out === null ? 'ready' : isRepeated ? 'again' : 'good',
      words: {
        big: isRepeated ? t('packing.outAgain') : t('packing.out', { count: parcels, carrier }),
        says: out?.waybillNo ?? '',
        next: t(isRepeated ? 'packing.outAgainNext' : 'packing.outNext'),
        code: '',
      },
      isAlert: false,
    };
  };
}

interface Way {
  readonly carrier: string;
  /** null: none is begun. */
  readonly handoverId: string | null;
}

/** Puts scanned parcels on the list of a carrier, one after the other; the first one begins it. */
export function useScanOut({ carrier, handoverId }: Way) {
  const { i18n } = useTranslation();
  const wordsOf = useVerdictWords();
  const [last, setLast] = useState<LastOut>(null);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const begun = useRef<Way>({ carrier: '', handoverId: null });
  const listId = async (): Promise<string> => {
    if (handoverId !== null) return handoverId;
    // The desk has not been read again yet since the scan before began the list.
    if (begun.current.carrier === carrier && begun.current.handoverId !== null)
      return begun.current.handoverId;
    const list = await core.handover.begin({ carrier });
    begun.current = { carrier, handoverId: list.handoverId };
    return list.handoverId;
  };
  const show = (came: LastOut): void => {
    setLast(came);
    const verdict = verdictOf(came);
    if (verdict === null) playBenchSound('counted');
    else {
      playBenchSound(verdict.kind === 'stop' ? verdict.stop.kind : 'unknown');
      const { big, next } = wordsOf(verdict);
      speak(`${big} ${next}`, i18n.language);
    }
  };
  const scan = (code: string): void => {
    turn.current = turn.current.then(async () => {
      try {
        const onList = await listId();
        const out = await core.handover.scanOut({ handoverId: onList, code: code.slice(0, 200) });
        show({ out, handoverId: onList });
      } catch (error) {
        begun.current = { carrier: '', handoverId: null };
        show({ failure: failureOf(error) });
      }
    });
  };
  return {
    last,
    scan,
    /** The list was begun, filled or signed by hand: what was scanned says nothing any more, and a list that was begun may be shut. */
    forget: (): void => {
      begun.current = { carrier: '', handoverId: null };
      setLast(null);
    },
  };
}

/** The button that begins the next list of a carrier. */
export const beginWords = ({ closed }: Pick<HandoverCarrier, 'closed'>) =>
  closed.length === 0 ? 'packing.begin' : 'packing.beginLate';
