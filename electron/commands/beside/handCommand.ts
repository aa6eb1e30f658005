import { piecesOf } from '../../door/frames.ts';
import { type AskerFrames, callLine } from '../../door/localLine.ts';
import { besideEnvironment, type FromHolder } from '../../door/messages.ts';
import { fromCaller } from '../../platform/callerFolder.ts';
import type { Terminal } from '../main/terminal.ts';

interface HandedCommand {
  readonly folder: string;
  readonly words: readonly string[];
  /** Unlocks as it would here; the passphrase file has already been read. */
  readonly environment: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/**
 * The outcome of a command that was handed to the program with the open workspace. `done`: it ran there to its end · `nobody`,
 * `other-version`: no program took it · `gone`: that program ended or closed the workspace before it began · `cut-off`: it ended in the
 * middle, and what it had done is not known here.
 */
export type Handed = number | 'nobody' | 'gone' | 'other-version' | 'cut-off';

export async function handCommand(handed: HandedCommand): Promise<Handed> {
  const { folder, words, environment, terminal, signal } = handed;
  const frames = await callLine(folder);
  if (typeof frames === 'string') return frames;
  const known = besideEnvironment
    .map((name) => [name, environment[name]])
    .filter(([, value]) => value !== undefined);
  frames.send({
    kind: 'command',
    words: [...words],
    folder: fromCaller('.'),
    environment: Object.fromEntries(known),
    isInteractive: terminal.isInteractive,
  });
  const stop = () => frames.send({ kind: 'stop' });
  signal.addEventListener('abort', stop, { once: true });
  try {
    const first = await frames.next();
    if (first?.kind !== 'ready') return 'gone';
    frames.send({ kind: 'go' });
    if (signal.aborted) stop();
    return await follow(frames, terminal);
  } finally {
    signal.removeEventListener('abort', stop);
    frames.close();
  }
}

/** Shows the command's output and passes it input, until it ends. */
async function follow(frames: AskerFrames, terminal: Terminal): Promise<Handed> {
  // Results are shown at the end, so that the `--json` document is never followed by that of a failure.
  const results: string[] = [];
  const texts = { out: '', note: '', progress: '' };
  const show = ({ to, piece, isLast }: Extract<FromHolder, { kind: 'text' }>): void => {
    texts[to] += piece;
    if (!isLast) return;
    if (to === 'out') results.push(texts.out);
    else terminal[to](texts[to]);
    texts[to] = '';
  };
  const give = giverOf(frames, terminal);
  for (;;) {
    const frame = await frames.next();
    if (frame === null) return 'cut-off';
    if (frame.kind === 'text') show(frame);
    else if (frame.kind === 'end-progress') terminal.endProgress();
    else if (frame.kind === 'exit') {
      terminal.endProgress();
      for (const text of results) terminal.out(text);
      return frame.code;
    } else void give(frame);
  }
}

function giverOf(frames: AskerFrames, terminal: Terminal) {
  let lines: AsyncIterator<string> | null = null;
  const send = (text: string | null): void => {
    const pieces = text === null ? [null] : piecesOf(text);
    for (const [at, piece] of pieces.entries())
      frames.send({ kind: 'given', piece, isLast: at === pieces.length - 1 });
  };
  return async (frame: FromHolder): Promise<void> => {
    if (frame.kind === 'ask') send(await terminal.askSecret(frame.question));
    if (frame.kind === 'want-input') send(await terminal.readInput());
    if (frame.kind !== 'want-line') return;
    lines ??= terminal.inputLines()[Symbol.asyncIterator]();
    const { value, done } = await lines.next();
    send(done === true ? null : value);
  };
}
