import type { WritePlace } from '../store.ts';
import { serverAway } from './serverTrouble.ts';

interface WriteGate {
  /** One after the other; who stands behind is let in when nobody else waits. */
  through<T>(work: () => Promise<T>, place: WritePlace | undefined): Promise<T>;
  /** Whoever still waits is refused. */
  close(): void;
}

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (why: Error) => void;
}

/**
 * In which order the writers of one bench come to its connection. Where the server is slow, it is the turns that are few: a label takes
 * four of them, one after the other, and would wait at each for all bookings that stand in line.
 */
export function createWriteGate(): WriteGate {
  const ahead: Waiting[] = [];
  const behind: Waiting[] = [];
  let isTaken = false;
  const leave = (): void => {
    const next = ahead.shift() ?? behind.shift();
    if (next === undefined) isTaken = false;
    else next.enter();
  };
  return {
    async through(work, place) {
      if (isTaken)
        await new Promise<void>((enter, refuse) =>
          (place === 'behind' ? behind : ahead).push({ enter, refuse }),
        );
      isTaken = true;
      try {
        return await work();
      } finally {
        leave();
      }
    },
    close() {
      for (const { refuse } of [...ahead.splice(0), ...behind.splice(0)]) refuse(serverAway());
    },
  };
}
