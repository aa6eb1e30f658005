import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { PagePort } from './connectToMain.ts';
import type { ClosedBecause, RefusedBecause } from './coreMessages.ts';
import { type PageMessage, readAnswer, readPageMessage } from './pageMessage.ts';

/** What a page may do at once. Ours asks some dozens of things when it is loaded and follows a handful of streams. */
export const portLimits = {
  /** Messages in one go, and how many more each second. */
  burst: 2_000,
  perSecond: 500,
  openCalls: 1_000,
  openStreams: 64,
} as const;

type Listener = (event?: { readonly data: unknown }) => void;

interface GuardedPort {
  /** What the procedures are served on: hears whole messages only, and nothing once it is closed. */
  readonly port: PagePort;
  /** A call other than a stream waits for its answer. */
  isAnswering(): boolean;
  /** It was just answered, and waits for nothing. */
  isDrawing(): boolean;
  /** It has been answered, and has asked nothing more for a while. */
  isAtRest(): boolean;
  close(): void;
}

/** How long a page takes to draw what it was answered: three frames. */
const drawingMs = 50;
/** How long it takes to ask what follows from an answer. */
const restMs = 100;

/** Cuts a page off at the first message that ours would not send. */
export function guardPort(
  port: PagePort,
  clock: Clock,
  refused: (because: RefusedBecause) => void,
): GuardedPort {
  const listeners: Listener[] = [];
  const closed: Listener[] = [];
  const pace = messagePace(clock);
  const calls = openCalls();
  const line = callLine((message) => {
    if (!isClosed) for (const hear of listeners) hear({ data: message });
  });
  let isClosed = false;
  let answeredAt = 0;

  function close() {
    if (isClosed) return;
    isClosed = true;
    port.close();
    for (const tell of closed) tell();
  }

  function refuse(because: RefusedBecause) {
    close();
    refused(because);
  }

  port.on('message', (event) => {
    if (isClosed) return;
    if (!pace.isKept()) return refuse('flood');
    const read = readPageMessage(event?.data);
    if (!read.ok) return refuse(read.because);
    if (!calls.note(read.message.i, 't' in read.message)) return refuse('flood');
    line.take(read.message);
  });
  port.on('close', close);
  return {
    close,
    isAnswering: calls.isAnswering,
    isDrawing: () => !isClosed && !calls.isAnswering() && clock.now() - answeredAt < drawingMs,
    isAtRest: () => answeredAt > 0 && !calls.isAnswering() && clock.now() - answeredAt >= restMs,
    port: {
      on(event, listener) {
        if (event === 'message') listeners.push(listener);
        else if (event === 'close') closed.push(listener);
      },
      postMessage(message) {
        if (isClosed) return;
        const answer = typeof message === 'string' ? readAnswer(message) : null;
        if (answer?.kind === 'last') answeredAt = clock.now();
        if (answer !== null && !calls.answer(answer)) refuse('too-many-streams');
        else port.postMessage(message);
      },
      start: () => port.start(),
      close,
    },
  };
}

/** A bucket that fills with time: full it holds a burst. */
function messagePace(clock: Clock) {
  const { burst, perSecond } = portLimits;
  let left: number = burst;
  let filledAt = clock.now();
  return {
    isKept(): boolean {
      const now = clock.now();
      left = Math.min(burst, left + (Math.max(0, now - filledAt) / 1_000) * perSecond) - 1;
      filledAt = now;
      return left >= 0;
    },
  };
}

/** Calls that have no last answer yet, and those of them that answer as a stream. */
function openCalls() {
  const open = new Set<string>();
  const streams = new Set<string>();
  function end(id: string) {
    open.delete(id);
    streams.delete(id);
  }
  return {
    /** false: too many at once. */
    note(id: string, isEnding: boolean): boolean {
      if (isEnding) end(id);
      else open.add(id);
      return open.size <= portLimits.openCalls;
    },
    isAnswering: () => open.size > streams.size,
    /** false: too many streams at once. */
    answer({ id, kind }: NonNullable<ReturnType<typeof readAnswer>>): boolean {
      if (kind === 'last') end(id);
      if (kind === 'stream' && open.has(id)) streams.add(id);
      return streams.size <= portLimits.openStreams;
    },
  };
}

/**
 * Calls are begun one by one, each in a turn of its own: what the page said meanwhile is heard before the next, and a call that it does
 * not wait for any more is never begun. Whoever types faster than a search is answered asks for every text and gets the last.
 */
function callLine(begin: (message: PageMessage) => void) {
  const waiting = new Map<string, PageMessage>();
  let isTurnAsked = false;

  function askTurn() {
    if (isTurnAsked || waiting.size === 0) return;
    isTurnAsked = true;
    setImmediate(() => {
      isTurnAsked = false;
      const [next] = waiting.values();
      if (next === undefined) return;
      waiting.delete(next.i);
      begin(next);
      askTurn();
    });
  }

  return {
    take(message: PageMessage): void {
      if ('t' in message) {
        if (!waiting.delete(message.i)) begin(message);
        return;
      }
      waiting.set(message.i, message);
      askTurn();
    },
  };
}

interface PageLineParts {
  readonly clock: Clock;
  /** Serves the procedures on it. */
  readonly upgrade: (port: PagePort) => void;
  readonly onClosed: (because: ClosedBecause) => void;
}

interface PageLine {
  /** The page that was loaded last; the previous one is no longer served. */
  serve(port: PagePort): void;
  /** Ends every stream of the page that is served now, once the calls under way are answered, or soon after. */
  leave(): void;
  /**
   * Ends once the page needs no processor for what it was answered last. Whoever does much asks between two stretches of it; what the page
   * waits for is not held up.
   */
  giveWay(): Promise<void>;
  /** Ends once a page has what it begins with, or soon: what a start does besides would hold it up. */
  untilServed(): Promise<void>;
}

const lookAgainMs = 20;
const longestLooks = 100;
/** A third of a frame. */
const lookAtDrawingMs = 5;

/** The line to the one page. */
export function pageLine({ clock, upgrade, onClosed }: PageLineParts): PageLine {
  let served: GuardedPort | null = null;

  async function leaveSoon(left: GuardedPort): Promise<void> {
    // The call that locked or signed out is among those to be answered.
    for (let looks = 0; looks === 0 || (left.isAnswering() && looks < longestLooks); looks++)
      await clock.sleep(lookAgainMs);
    if (left !== served) return;
    served = null;
    left.close();
    onClosed('left');
  }

  return {
    serve(port) {
      served?.close();
      served = guardPort(port, clock, onClosed);
      upgrade(served.port);
      port.start();
    },
    leave() {
      if (served !== null) void leaveSoon(served);
    },
    async giveWay() {
      await nextTurn();
      while (served?.isDrawing() === true) await clock.sleep(lookAtDrawingMs);
    },
    async untilServed() {
      for (let looks = 0; served?.isAtRest() !== true && looks < longestLooks; looks++)
        await clock.sleep(lookAgainMs);
    },
  };
}
