import type { Store } from '../../../electron/store/store.ts';
import { ExpectedError, failure } from '../../../shared/errors/outcome.ts';

/** A store whose server can be made to go away and come back. */
export interface CutStore {
  readonly store: Store;
  /** From now on nothing is reached. `afterCommits`: so many more transactions are committed, and the answer of the last is lost. */
  cut(afterCommits?: number): void;
  mend(): void;
}

function goneAway(): ExpectedError {
  return new ExpectedError(failure('SERVER_AWAY'));
}

/** Reaches everything of an object through `ask`, one level down: the repositories of a store. */
function reached<Part extends object>(part: Part, isCut: () => boolean): Part {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function')
        return (...given: unknown[]) =>
          isCut() ? Promise.reject(goneAway()) : (value as (...all: unknown[]) => unknown)(...given);
      return typeof value === 'object' && value !== null ? reached(value, isCut) : value;
    },
  });
}

export function cutStore(store: Store): CutStore {
  let commitsLeft: number | null = null;
  const isCut = (): boolean => commitsLeft === 0;
  return {
    store: {
      ...store,
      read: reached(store.read, isCut),
      async write(work) {
        if (isCut()) throw goneAway();
        const result = await store.write(work);
        if (commitsLeft !== null) commitsLeft -= 1;
        if (isCut()) throw goneAway();
        return result;
      },
      apart: (work) => (isCut() ? Promise.reject(goneAway()) : store.apart(work)),
    },
    cut(afterCommits = 0) {
      commitsLeft = afterCommits;
    },
    mend() {
      commitsLeft = null;
    },
  };
}
