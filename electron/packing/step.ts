import type {
  CountWay,
  PackingRules,
  PackOverride,
  PackSaying,
} from '../../shared/domain/packing/packing.ts';
import { type PackStop, stopFacts } from '../../shared/domain/packing/packStops.ts';
import {
  areItemsDone,
  type BenchParcel,
  isDone,
  isPaperElsewhere,
  isUntouched,
  isWeightDone,
  piecesLeft,
  waitsForNumber,
  wantsLabel,
} from './benchParcel.ts';
import { countGoods, missingLines, uncodedLines } from './countGoods.ts';
import { noticeOfOpening, type OpeningFacts, stopOfOpening } from './judgeOpening.ts';
import { isWithin, type WeightRange } from './judgeWeight.ts';

/** A gesture at the bench, with what is known about it. */
export type BenchGesture =
  /** The order, label or slip of another parcel; `parcel` is how that one would lie here. */
  | {
      readonly kind: 'other';
      readonly facts: OpeningFacts;
      readonly parcel: BenchParcel;
      /** Somebody with the right lets it pass. */
      readonly isPassed: boolean;
      readonly orderNo: string;
    }
  | { readonly kind: 'own-order' }
  | { readonly kind: 'own-label' }
  | { readonly kind: 'goods'; readonly key: string; readonly unit: string; readonly isUnitUsed: boolean }
  /** It means nothing here; `stop` says why. */
  | { readonly kind: 'nothing'; readonly stop: PackStop }
  | {
      readonly kind: 'weight';
      readonly grams: number;
      readonly fault: PackStop | null;
      readonly range: WeightRange | null;
    }
  | { readonly kind: 'next' }
  | { readonly kind: 'abort' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'override' };

export type BenchEffect =
  | { readonly do: 'open' | 'drop' | 'see-label' | 'print' | 'close' | 'aside' | 'want-serial' }
  | { readonly do: 'count'; readonly line: number; readonly pieces: number; readonly by: CountWay }
  | { readonly do: 'weigh' | 'doubt'; readonly grams: number }
  | { readonly do: 'pass'; readonly of: PackOverride };

export interface BenchStep {
  readonly says: PackSaying;
  readonly stop: PackStop | null;
  /** Done in this order, all or none. */
  readonly effects: readonly BenchEffect[];
  /** How the bench stands then; null: nothing lies on it. */
  readonly parcel: BenchParcel | null;
}

type Open = BenchParcel;

const stopped = (parcel: Open | null, stop: PackStop, effects: readonly BenchEffect[] = []): BenchStep => ({
  says: 'stopped',
  stop,
  effects,
  parcel,
});

/** What one effect makes of the open parcel. */
function applied(parcel: Open, effect: BenchEffect): Open {
  switch (effect.do) {
    case 'count':
      return {
        ...parcel,
        pendingKey: '',
        lines: parcel.lines.map((line, index) =>
          index === effect.line ? { ...line, counted: line.counted + effect.pieces } : line,
        ),
      };
    case 'weigh':
      return { ...parcel, hasWeight: true, doubtfulGrams: null };
    case 'doubt':
      return { ...parcel, doubtfulGrams: effect.grams };
    case 'see-label':
      return { ...parcel, label: 'seen' };
    case 'print':
      return { ...parcel, label: 'waiting', isPrintedHere: true };
    case 'pass':
      return effect.of === 'opening'
        ? parcel
        : { ...parcel, passed: { ...parcel.passed, [effect.of]: true } };
    default:
      return parcel;
  }
}

/** Does what was asked and what follows automatically: the label prints when it is due, a finished parcel closes. */
function settled(
  before: Open,
  rules: PackingRules,
  says: PackSaying,
  asked: readonly BenchEffect[],
  stop: PackStop | null = null,
): BenchStep {
  const effects = [...asked];
  let parcel = asked.reduce(applied, before);
  if (wantsLabel(parcel, rules)) {
    effects.push({ do: 'print' });
    parcel = applied(parcel, { do: 'print' });
  }
  if (isDone(parcel, rules))
    return { says: 'closed', stop, effects: [...effects, { do: 'close' }], parcel: null };
  if (waitsForNumber(parcel, rules))
    return { says: 'aside', stop, effects: [...effects, { do: 'aside' }], parcel: null };
  const isChecked = rules.checksItems && areItemsDone(parcel, rules) && !areItemsDone(before, rules);
  return { says: isChecked && says === 'counted' ? 'checked' : says, stop, effects, parcel };
}

/** Can the scanned number come from the parcel's label? Otherwise it was scanned off a list or a screen. */
const isPaperKnown = (parcel: Open, rules: PackingRules): boolean =>
  parcel.label !== 'none' || isPaperElsewhere(parcel, rules);

function other(
  open: Open | null,
  rules: PackingRules,
  { facts, parcel, isPassed }: Extract<BenchGesture, { kind: 'other' }>,
): BenchStep {
  if (open !== null && !isUntouched(open)) {
    const isLabelWanted = facts.isByLabel && areItemsDone(open, rules) && isWeightDone(open, rules);
    return stopped(open, isLabelWanted ? 'wrong-label' : 'unfinished');
  }
  const stop = stopOfOpening(facts, rules);
  if (stop !== null && !isPassed) return stopped(open, stop);
  const effects: BenchEffect[] = [
    ...(open === null ? [] : [{ do: 'drop' } as const]),
    { do: 'open' },
    ...(isPassed ? [{ do: 'pass', of: 'opening' } as const] : []),
    ...(facts.isByLabel && isPaperKnown(parcel, rules) ? [{ do: 'see-label' } as const] : []),
  ];
  return settled(parcel, rules, 'opened', effects, noticeOfOpening(facts, rules));
}

function goods(
  open: Open,
  rules: PackingRules,
  { key, unit, isUnitUsed }: Extract<BenchGesture, { kind: 'goods' }>,
): BenchStep {
  if (unit !== '' && isUnitUsed) return stopped(open, 'same-unit');
  const count = countGoods(open.lines, { key, unit });
  if (count.kind === 'stop') return stopped(open, count.stop);
  if (count.kind === 'serial-wanted')
    return {
      says: 'serial-wanted',
      stop: null,
      effects: [{ do: 'want-serial' }],
      parcel: { ...open, pendingKey: key },
    };
  return settled(open, rules, 'counted', [{ do: 'count', line: count.line, pieces: 1, by: 'code' }]);
}

function weight(
  open: Open,
  rules: PackingRules,
  { grams, fault, range }: Extract<BenchGesture, { kind: 'weight' }>,
): BenchStep {
  if (fault !== null) return stopped(open, fault);
  if (isWithin(grams, range)) return settled(open, rules, 'weighed', [{ do: 'weigh', grams }]);
  const doubt: BenchEffect = { do: 'doubt', grams };
  return stopped(applied(open, doubt), 'weight-off', [doubt]);
}

/** Counts all that is left of these lines, by eye. */
const restOf = (open: Open, lines: readonly number[]): BenchEffect[] =>
  lines.map((line) => {
    const { quantity = 0, counted = 0, elsewhere = 0 } = open.lines[line] ?? {};
    return { do: 'count', line, pieces: quantity - counted - elsewhere, by: 'eye' };
  });

function next(open: Open, rules: PackingRules): BenchStep {
  if (!areItemsDone(open, rules)) return stopped(open, 'items-missing');
  if (!isWeightDone(open, rules)) return stopped(open, 'no-weight');
  if (open.label === 'lost' || open.label === 'unsure')
    return stopped(open, open.label === 'lost' ? 'printer' : 'label-unsure');
  return settled(open, rules, 'nothing', []);
}

function confirm(open: Open, rules: PackingRules): BenchStep {
  const lines = uncodedLines(open.lines);
  if (lines.length > 0) return settled(open, rules, 'counted', restOf(open, lines));
  return stopped(open, piecesLeft(open) > 0 ? 'items-missing' : 'nothing-to-do');
}

/** A person with the right lets the present obstacle pass. */
function override(open: Open, rules: PackingRules): BenchStep {
  if (!areItemsDone(open, rules)) {
    const rest = restOf(open, open.isLast ? missingLines(open.lines) : []);
    return settled(open, rules, 'overridden', [...rest, { do: 'pass', of: 'items' }]);
  }
  if (!isWeightDone(open, rules)) {
    const { doubtfulGrams } = open;
    const weighed: BenchEffect[] = doubtfulGrams === null ? [] : [{ do: 'weigh', grams: doubtfulGrams }];
    return settled(open, rules, 'overridden', [...weighed, { do: 'pass', of: 'weight' }]);
  }
  // No parcel leaves the bench without a label, whoever says so.
  if (open.label === 'out') return settled(open, rules, 'overridden', [{ do: 'pass', of: 'label' }]);
  return stopped(open, 'nothing-to-do');
}

function onOpen(open: Open, rules: PackingRules, gesture: BenchGesture): BenchStep {
  switch (gesture.kind) {
    case 'other':
      return other(open, rules, gesture);
    case 'own-order':
      return settled(open, rules, 'repeated', []);
    case 'own-label':
      return open.isBooked && isPaperKnown(open, rules)
        ? settled(open, rules, 'label-seen', [{ do: 'see-label' }])
        : settled(open, rules, 'repeated', []);
    case 'goods':
      return goods(open, rules, gesture);
    case 'nothing':
      return stopped(open, gesture.stop);
    case 'weight':
      return weight(open, rules, gesture);
    case 'next':
      return next(open, rules);
    case 'abort':
      return { says: 'dropped', stop: null, effects: [{ do: 'drop' }], parcel: null };
    case 'confirm':
      return confirm(open, rules);
    case 'override':
      return override(open, rules);
  }
}

/** The open parcel must not go out now (`alert`): a person with the right lets it pass, or it is put away. */
function onAlert(open: Open, gesture: BenchGesture, alert: PackStop): BenchStep {
  if (gesture.kind === 'abort')
    return { says: 'dropped', stop: null, effects: [{ do: 'drop' }], parcel: null };
  if (gesture.kind !== 'override' || !stopFacts(alert).mayOverride) return stopped(open, alert);
  return { says: 'overridden', stop: null, effects: [{ do: 'pass', of: 'opening' }], parcel: open };
}

/**
 * The table of the bench: what a gesture does to the parcel that lies on it (null: the bench is empty). Nothing here prints a label a second
 * time, and only a parcel's own last gesture closes it.
 */
export function step(
  open: BenchParcel | null,
  rules: PackingRules,
  gesture: BenchGesture,
  alert: PackStop | null = null,
): BenchStep {
  if (open !== null && alert !== null) return onAlert(open, gesture, alert);
  if (open !== null) return onOpen(open, rules, gesture);
  if (gesture.kind === 'other') return other(null, rules, gesture);
  if (gesture.kind === 'nothing') return stopped(null, gesture.stop);
  return stopped(
    null,
    gesture.kind === 'next' || gesture.kind === 'confirm' ? 'nothing-to-do' : 'nothing-open',
  );
}
