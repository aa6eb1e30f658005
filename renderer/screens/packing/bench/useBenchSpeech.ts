import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackAnswer } from '../../../../shared/contracts/packing/packing.ts';
import { playBenchSound } from '../../../work/devices/benchSound.ts';
import { onBenchAnswer, useBenchGestures } from './gestures.ts';
import { remarksOf } from './remarks.ts';
import { lookOfStop } from './stopLooks.ts';
import { useVerdictWords } from './useVerdictWords.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { soundOf, speak } from './voice.ts';

/** A piece more needs no word: its tone says that it counted. */
const quiet: readonly PackAnswer['says'][] = ['counted', 'repeated', 'nothing', 'help', 'switch-operator'];

/** Says and sounds what each gesture came to, what was written of a parcel when it is opened, and that another bench has taken it. */
export function useBenchSpeech({
  taken,
  ...bench
}: Pick<Parameters<typeof verdictOf>[0], 'isPrintedHere' | 'scale' | 'taken'>): void {
  const { t, i18n } = useTranslation();
  const wordsOf = useVerdictWords();
  const failure = useBenchGestures((gestures) => gestures.failure);
  const say = (verdict: Verdict, more: readonly string[] = []): void => {
    const { big, next } = wordsOf(verdict);
    const isDone = verdict.kind === 'want' || verdict.kind === 'end';
    speak([big, ...more, ...(isDone ? [] : [next])].join(t('packing.pause')), i18n.language);
  };
  const hear = (answer: PackAnswer): void => {
    const verdict = verdictOf({ parcel: answer.parcel, answer, failure: null, taken: null, ...bench });
    playBenchSound(soundOf(answer));
    if (answer.stop === null && quiet.includes(answer.says)) return;
    const isNew = answer.says === 'opened' || answer.says === 'reopened';
    const opened = isNew ? answer.parcel : null;
    const written = opened === null ? [] : remarksOf(opened);
    say(verdict, [
      ...(opened?.isFragile === true ? [t('packing.fragile')] : []),
      ...written.map(({ kind, text }) =>
        t('packing.remarkSaid', { who: t(`packing.remarkName.${kind}`), text }),
      ),
    ]);
  };
  const newest = useRef({ hear, say });
  newest.current = { hear, say };
  useLayoutEffect(() => onBenchAnswer((answer) => newest.current.hear(answer)), []);
  useEffect(() => {
    if (failure === null) return;
    playBenchSound('unknown');
    newest.current.say({ kind: 'failure', look: 'wrong', failure });
  }, [failure]);
  useEffect(() => {
    if (taken === null) return;
    playBenchSound(taken.kind);
    newest.current.say({ kind: 'stop', look: lookOfStop(taken.kind), stop: taken });
  }, [taken]);
}
