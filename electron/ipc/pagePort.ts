import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { PagePort } from './connectToMain.ts';
import type { ClosedBecause, RefusedBecause } from './coreMessages.ts';
import { type PageMessage, readAnswer, readPageMessage } from './pageMessage.ts';

/** How much a page may do at once. Ours makes some dozens of calls when it is loaded and follows a handful of streams. */
export const portLimits = {
  /** Messages in one burst, and how many more per second. */
  burst: 2_000,
  perSecond: 500,
  openCalls: 1_000,
  openStreams: 64,
} as const;

type Listener = (event?: { readonly data: unknown }) => void;

interface GuardedPort {
  /** The port the procedures are served on: delivers valid messages only, and none once it is closed. */
  readonly port: PagePort;
  /** A call other than a stream is unanswered. */
  isAnswering(): boolean;
  /** The page was just answered and has no open call. */
  isDrawing(): boolean;
  /** The page was answered and has made no further call for a while. */
  isAtRest(): boolean;
  close(): void;
}

/** How long a page takes to draw an answer: three frames. */
const drawingMs = 50;
/** How long a page takes to make the calls that follow from an answer. */
const restMs = 100;

/** Closes a page's port at the first message that our page would never send. */
function guardPort(port: PagePort, clock: Clock, refused: (because: RefusedBecause) => void): GuardedPort {
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

/** A token bucket that refills with time; full, it allows a burst. */
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

/** Calls without a last answer yet, and which of them are streams. */
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
 * Calls start one by one, each in its own turn of the event loop: messages that arrived meanwhile are read first, so that a call the page
 * has cancelled never starts. Whoever types faster than a search is answered gets the answer to the last text.
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
  /** Ends every stream of the present page, once running calls are answered, or soon after. */
  leave(): void;
  /**
   * Resolves once the page no longer needs the processor for its last answer. Long work awaits it between two steps; the page's own calls
   * are not delayed.
   */
  giveWay(): Promise<void>;
  /** Resolves once a page has its first data, or soon: other work at the start would delay it. */
  untilServed(): Promise<void>;
}

const pollMs = 20;
const mostPolls = 100;
/** A third of a frame. */
const drawingPollMs = 5;

/** The connection to the one page. */
export function pageLine({ clock, upgrade, onClosed }: PageLineParts): PageLine {
  let served: GuardedPort | null = null;

  async function leaveSoon(left: GuardedPort): Promise<void> {
    // The call that locked or signed out must be answered too.
    for (let polls = 0; polls === 0 || (left.isAnswering() && polls < mostPolls); polls++)
      await clock.sleep(pollMs);
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
      while (served?.isDrawing() === true) await clock.sleep(drawingPollMs);
    },
    async untilServed() {
      for (let polls = 0; served?.isAtRest() !== true && polls < mostPolls; polls++)
        await clock.sleep(pollMs);
    },
  };
}
