import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../work/useAct.ts';
import './ship.css';
import type { RunProgress } from '../../../shared/contracts/booking.ts';
import { ask, core } from '../../bridge/core.ts';
import { useBookingRun } from '../../bridge/longRuns.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { questions } from '../../bridge/questions.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { useHeard } from '../../parts/feedback/Heard.tsx';
import { formatCount } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import { ProgressBar, StateMark, type Tone } from '../../parts/StateMark.tsx';

/** Takes back what was not sent, after saying what that means. */
function StopButton({ run }: { readonly run: RunProgress }) {
  const { t } = useTranslation();
  const stop = useAct(() => core.run.stop({ since: run.since }), {
    says: ({ stopped }) => t('preflight.run.stopped', { count: stopped }),
  });
  return (
    <AskingButton
      size="small"
      icon="pause"
      label={t('preflight.run.stop', { count: run.waiting })}
      title={t('preflight.run.stopTitle', { count: run.waiting })}
      note={t('preflight.run.stopNote')}
      yes={t('preflight.run.stopYes')}
      no={t('preflight.run.stopNo')}
      look="danger"
      {...stop.asking()}
    />
  );
}

/** A batch on its way into the queue: how many of it are there, as far as the core has said. */
function Planning({ orders }: { readonly orders: number }) {
  const { t } = useTranslation();
  const words = t('preflight.run.planning', { count: orders, shown: formatCount(orders) });
  return (
    <>
      <span className="soft number" role="status">
        {words}
      </span>
      <ProgressBar share={null} label={words} />
    </>
  );
}

function Going({ run, planning }: { readonly run: RunProgress; readonly planning: number }) {
  const { t } = useTranslation();
  const left = useTimeLeft();
  const pace = usePace();
  // What waits for a stopped account waits for a person: the pace of a moment ago promises nothing.
  const { stoppedAccounts = 0 } = useQuery(questions.bookingSummary()).data ?? {};
  const paced = stoppedAccounts === 0 ? run : { ...run, perMinute: null };
  const { all, share } = runStage(run, planning);
  const marks: readonly (readonly [Tone, 'waiting' | 'sending' | 'unsure' | 'refused', number])[] = [
    ['waiting', 'waiting', run.waiting],
    ['active', 'sending', run.sending],
    ['unsure', 'unsure', run.unsure],
    ['failed', 'refused', run.refused],
  ];
  return (
    <>
      <div className="line">
        <strong className="run-count number">
          {t('preflight.run.going', { count: run.booked, shown: formatCount(run.booked) })}
        </strong>
        <span className="soft number">{t('preflight.run.ofAll', { all: formatCount(all) })}</span>
        {marks
          .filter(([, , count]) => count > 0)
          .map(([tone, name, count]) => (
            <StateMark key={name} tone={tone} label={t(`preflight.run.${name}`, { count })} />
          ))}
        <span className="grow soft number run-finish">
          {left(paced)}
          <span className="run-pace">{pace(paced)}</span>
        </span>
        {run.waiting > 0 && <StopButton run={run} />}
      </div>
      <RunBar {...{ run, all, share }} />
    </>
  );
}

/** How much of the run has come to which end: a bar that looks done says what of it is not well. */
function RunBar({
  run,
  all,
  share,
}: {
  readonly run: RunProgress;
  readonly all: number;
  readonly share: number;
}) {
  const { t } = useTranslation();
  const ends = { well: run.booked + run.returned, unsure: run.unsure, failed: run.refused };
  return (
    <div
      className="progress run-bar"
      role="progressbar"
      aria-label={t('preflight.run.title')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      {Object.entries(ends).map(([end, count]) => (
        <div
          key={end}
          className={`progress-fill run-${end}`}
          style={{ width: `${(100 * count) / Math.max(1, all)}%` }}
        />
      ))}
    </div>
  );
}

/** How long it still takes, in whole minutes: nobody knows it more exactly. */
function useTimeLeft(): (run: RunProgress) => string {
  const { t } = useTranslation();
  return ({ waiting, perMinute, secondsLeft }) => {
    if (waiting === 0) return '';
    if (perMinute === null || secondsLeft === null) return t('preflight.run.noPace');
    const [least, most] = [Math.ceil(secondsLeft.least / 60), Math.ceil(secondsLeft.most / 60)];
    if (most === 1) return t('preflight.run.leftShort');
    return least === most
      ? t('preflight.run.left', { count: most })
      : t('preflight.run.leftRange', { least, most });
  };
}

/** How fast it goes, beside the time left; empty while nobody knows. */
function usePace(): (run: RunProgress) => string {
  const { t } = useTranslation();
  return ({ waiting, perMinute, secondsLeft }) =>
    waiting === 0 || perMinute === null || secondsLeft === null
      ? ''
      : ` · ${t('preflight.run.rate', { count: Math.round(perMinute) })}`;
}

/** What an ended run says. `review`: orders that wait in Correct; they are no part of it and need a person all the same. */
export function endOfRun(
  { refused, returned, unsure }: RunProgress,
  review: number,
): 'doneAllWell' | 'doneAllSent' | 'needsPerson' {
  if (refused + returned + unsure > 0) return 'needsPerson';
  return review === 0 ? 'doneAllWell' : 'doneAllSent';
}

type Led = 'failed' | 'unsure' | 'ready';

/** The end of a run in one line, for who cannot see its strip. */
function useDoneWords(run: RunProgress, says: ReturnType<typeof endOfRun>): string {
  const { t } = useTranslation();
  return [
    t('preflight.run.done'),
    t('preflight.run.going', { count: run.booked, shown: formatCount(run.booked) }),
    t(`preflight.run.${says}`),
    run.returned > 0 ? t('preflight.run.seeReturned', { count: run.returned }) : '',
    run.refused > 0 ? t('preflight.run.seeRefused', { count: run.refused }) : '',
    run.unsure > 0 ? t('preflight.run.seeUnsure', { count: run.unsure }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function Done({ run, onFilter }: { readonly run: RunProgress; onFilter(filter: Led): void }) {
  const { t } = useTranslation();
  const { review = 0 } = useQuery(questions.status()).data ?? {};
  const says = endOfRun(run, review);
  useHeard(useDoneWords(run, says));
  return (
    <div className="line">
      <StateMark
        tone={says !== 'needsPerson' ? 'done' : run.unsure > 0 ? 'unsure' : 'note'}
        label={t('preflight.run.done')}
      />
      <strong className="number">
        {t('preflight.run.going', { count: run.booked, shown: formatCount(run.booked) })}
      </strong>
      <span className="soft">{t(`preflight.run.${says}`)}</span>
      {run.returned > 0 && (
        <Button size="small" onPress={() => onFilter('ready')}>
          {t('preflight.run.seeReturned', { count: run.returned })}
        </Button>
      )}
      {run.refused > 0 && (
        <Button size="small" onPress={() => onFilter('failed')}>
          {t('preflight.run.seeRefused', { count: run.refused })}
        </Button>
      )}
      {run.unsure > 0 && (
        <Button size="small" onPress={() => onFilter('unsure')}>
          {t('preflight.run.seeUnsure', { count: run.unsure })}
        </Button>
      )}
      {review > 0 && (
        <Button size="small" icon="correct" onPress={() => go('correct')}>
          {t('preflight.run.seeReview', { count: review, shown: formatCount(review) })}
        </Button>
      )}
      <span className="grow" />
      <Button look="quiet" size="small" icon="check" onPress={() => useBookingRun.getState().end()}>
        {t('preflight.run.close')}
      </Button>
    </div>
  );
}

/** A run is told of at every change, and besides at this pace: its rate moves without one. */
const runEveryMs = 2_000;

/** The run of bookings under way: pace, finish time, what is open; at its end what needs a person. */
export function RunStrip({ onFilter }: { onFilter(filter: Led): void }) {
  const { t } = useTranslation();
  const { since, planning, sent } = useBookingRun();
  const queue = useQuery(questions.status()).data?.queue;
  const isOpen =
    since !== null || planning !== null || (queue !== undefined && queue.waiting + queue.sending > 0);
  const run = useQuery(
    ask.run.progress.queryOptions({ input: { since }, refetchInterval: runEveryMs, enabled: isOpen }),
  ).data;
  // The bar below tells of the same queue: it is asked with the run, so that both say one number.
  useEffect(() => {
    if (run !== undefined) void queryClient.invalidateQueries({ queryKey: ask.status.get.queryKey() });
  }, [run]);
  // From the click on, also while the core has not said anything of this run yet.
  const isBeginning = planning !== null || (since !== null && run === undefined);
  const isGoing = run !== undefined && runStage(run).stage === 'going';
  if (!isOpen || (!isGoing && !isBeginning && since === null)) return null;
  return (
    <section className="panel run" aria-label={t('preflight.run.title')}>
      {isGoing && <Going run={run} planning={planning ?? 0} />}
      {!isGoing && isBeginning && <Planning orders={sent} />}
      {!isGoing && !isBeginning && run !== undefined && <Done run={run} onFilter={onFilter} />}
    </section>
  );
}

interface RunStage {
  readonly stage: 'going' | 'done';
  /** Bookings of the run, the open ones included. */
  readonly all: number;
  /** Those that have come to an end that is known. */
  readonly ended: number;
  /** 0..1. */
  readonly share: number;
}

/** How far a run is; `planning`: orders of a batch that may not all be counted in it yet. Unsure bookings do not hold it up: they are told of at its end, for they may take an hour. */
export function runStage(run: RunProgress, planning = 0): RunStage {
  const { waiting, sending, unsure, booked, refused, returned } = run;
  const ended = booked + refused + returned;
  const all = Math.max(planning, waiting + sending + unsure + ended);
  const isGoing = waiting + sending > 0;
  return {
    stage: isGoing ? 'going' : 'done',
    all,
    ended,
    share: all === 0 ? 1 : (ended + unsure) / all,
  };
}
