import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import type { CallFailure, CallRow, CallRun } from '../../../shared/contracts/insight/callLog.ts';
import { callSpanMs } from '../../../shared/contracts/insight/calls.ts';
import { callClassOf, isUnavailable } from '../../../shared/errors/callMeaning.ts';
import { errorCodes } from '../../../shared/errors/catalogue.ts';
import type { CallFilter } from '../../store/booking/callRepository.ts';
import { readCalls } from '../booking/calls.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readCallFigures } from './callFigures.ts';

/** Calls read at once while runs are looked for, and at most for one answer: a night of equal calls is cut. */
const readAtOnce = 500;
const mostRead = 5_000;

/** What a call ends with that the platform did not serve. */
const awayCodes = errorCodes.filter(isUnavailable);

const isAlike = (run: CallRun, call: CallRow): boolean =>
  run.accountId === call.accountId &&
  run.interfaceName === call.interfaceName &&
  run.certainty === call.certainty &&
  run.errorCode === call.errorCode &&
  run.platformCode === call.platformCode;

const runOf = (call: CallRow): CallRun => ({
  ...call,
  times: 1,
  firstId: call.id,
  firstAt: call.at,
  slowestMs: call.durationMs,
});

const longer = (run: CallRun, { id, at, durationMs }: CallRow): CallRun => ({
  ...run,
  times: run.times + 1,
  firstId: id,
  firstAt: at,
  slowestMs: Math.max(run.slowestMs, durationMs),
});

/**
 * The call log, newest first. Calls next to each other that ended alike are one run, unless something is looked for, or the
 * calls of one run are.
 */
export async function readCallRuns(
  workspace: Workspace,
  { limit, away, ...wanted }: Asked<'calls', 'runs'>,
): Promise<Answered<'calls', 'runs'>> {
  const filter: CallFilter =
    away === undefined
      ? wanted
      : {
          ...wanted,
          away: {
            platform: away.platform,
            since: workspace.clock.now() - callSpanMs[away.span],
            codes: awayCodes,
          },
        };
  const isEach = wanted.within !== undefined || (wanted.search ?? '').trim() !== '';
  const runs: CallRun[] = [];
  let { before } = wanted;
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const calls = await readCalls(workspace, { ...filter, before } satisfies CallFilter, {
      offset: 0,
      limit: readAtOnce,
    });
    for (const call of calls) {
      const last = runs.at(-1);
      if (!isEach && last !== undefined && isAlike(last, call)) runs[runs.length - 1] = longer(last, call);
      else if (runs.length === limit) return { runs, next: last?.firstId ?? '' };
      else runs.push(runOf(call));
    }
    before = calls.at(-1)?.id;
    if (calls.length < readAtOnce) return { runs, next: '' };
  }
  return { runs, next: before ?? '' };
}

/** What failed in a time, by line and code: faults first, the most frequent first, each with its newest call. */
export async function readCallFailures(
  workspace: Workspace,
  {
    from,
    to,
    accountId,
  }: { readonly from: number; readonly to: number; readonly accountId?: string | undefined },
): Promise<CallFailure[]> {
  const { rows } = await readCallFigures(workspace, { by: 'line', from, to, accountId });
  const groups = rows.flatMap(({ platform, accountId: of, accountName, interfaceName, codes }) =>
    codes.map(({ code, count }) => ({
      platform,
      accountId: of,
      accountName,
      interfaceName,
      code,
      times: count,
      isFault: callClassOf(code) === 'fault',
    })),
  );
  groups.sort((one, other) => Number(other.isFault) - Number(one.isFault) || other.times - one.times);
  return Promise.all(
    groups.map(async (group) => {
      const filter = {
        accountId: group.accountId,
        interfaceName: group.interfaceName,
        errorCode: group.code,
      };
      const [last = null] = await readCalls(workspace, filter, { offset: 0, limit: 1 });
      return { ...group, last };
    }),
  );
}
