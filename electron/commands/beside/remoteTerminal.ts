import { piecesOf } from '../../door/frames.ts';
import type { HolderFrames } from '../../door/localLine.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Terminal } from '../main/terminal.ts';

/** People cannot read faster; each report would be a frame. */
const progressMs = 100;
/** More than any message, list or form that a command reads whole. */
const mostInputCharacters = 64_000_000;

/**
 * The terminal of a command that runs here for a caller elsewhere. When the caller is gone, questions have no answer and there is no
 * input.
 */
export function remoteTerminal(frames: HolderFrames, isInteractive: boolean, clock: Clock): Terminal {
  let progressAt = 0;
  const tell = (to: 'out' | 'note' | 'progress', text: string): void => {
    const pieces = piecesOf(text);
    for (const [at, piece] of pieces.entries())
      frames.send({ kind: 'text', to, piece, isLast: at === pieces.length - 1 });
  };
  /** The complete input; null: there is none. */
  const given = async (): Promise<string | null> => {
    let text = '';
    for (;;) {
      const frame = await frames.next();
      if (frame?.kind !== 'given' || frame.piece === null) return null;
      text += frame.piece;
      if (frame.isLast) return text;
      if (text.length > mostInputCharacters) frames.close();
    }
  };
  return {
    isInteractive,
    out: (line) => tell('out', line),
    note: (line) => tell('note', line),
    progress(line) {
      const now = clock.now();
      if (Math.abs(now - progressAt) < progressMs) return;
      progressAt = now;
      tell('progress', line);
    },
    endProgress: () => frames.send({ kind: 'end-progress' }),
    async readInput() {
      frames.send({ kind: 'want-input' });
      return (await given()) ?? '';
    },
    async *inputLines() {
      for (;;) {
        frames.send({ kind: 'want-line' });
        const line = await given();
        if (line === null) return;
        yield line;
      }
    },
    askSecret(question) {
      frames.send({ kind: 'ask', question });
      return given();
    },
  };
}
