import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ExpectedError, failure } from '../../../shared/errors/outcome.ts';
import { systemCodeOf } from '../../platform/expectedFailure.ts';

/** A serialisation that failed, a deadlock: two were in each other's way, and the server has undone all of this one. */
const aborted = /^40(001|P01)$/;

const isAborted = (error: unknown): boolean => error instanceof Error && aborted.test(systemCodeOf(error));

const mostTries = 5;
/** The others are through by then; each try waits for longer, and not for as long as whoever was in its way. */
const pauseMs = 40;

/**
 * Does it again where the server has undone it: nothing of it is in the book, and nothing of it has left this machine, since calls leave
 * behind the commit of their intent. After the last try it counts as a server that is away, which whoever works in rounds outlives.
 */
export async function repeatAborted<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isAborted(error)) throw error;
      if (tries === mostTries) throw new ExpectedError(failure('SERVER_AWAY'));
      await pause(pauseMs * tries + randomInt(pauseMs));
    }
  }
}
