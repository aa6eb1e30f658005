import type { CDPSession, Page } from 'playwright-core';

/** What must be seen for a scan to be answered: each of these texts in the first element its selector finds. */
export type Seen = Readonly<Record<string, string>>;

export interface TypingGun {
  /** Types the code and Enter; milliseconds from the last key to the frame that shows the answer. */
  scan(code: string, seen: Seen): Promise<number>;
}

/** Guns of this speed are slow ones: over Bluetooth, or told to be. */
const keyMs = 50;

const mostMs = 20_000;

/**
 * Runs in the page: resolves in the first task after the frame in which everything stands there. The key-up of Enter is heard, since the
 * bench swallows its key-down; both bear the same time.
 */
function answered([seen, patienceMs]: readonly [Seen, number]): Promise<number> {
  return new Promise((resolve, reject) => {
    const isShown = (): boolean =>
      Object.entries(seen).every(([selector, text]) =>
        (document.querySelector(selector)?.textContent ?? '').replace(/\s/g, '').includes(text),
      );
    const onKeyUp = ({ key, timeStamp }: KeyboardEvent): void => {
      if (key !== 'Enter') return;
      removeEventListener('keyup', onKeyUp, true);
      const look = (): void => {
        const ms = performance.now() - timeStamp;
        if (isShown()) resolve(ms);
        else if (ms < patienceMs) requestAnimationFrame(() => setTimeout(look));
        else
          reject(
            new Error(`${JSON.stringify(seen)}: ${document.querySelector('.packing')?.textContent ?? ''}`),
          );
      };
      look();
    };
    addEventListener('keyup', onKeyUp, true);
  });
}

/** A gun that types like a keyboard into a real window, twenty keys a second by the keyboard's own clock. */
export async function typingGun(page: Page): Promise<TypingGun> {
  const keyboard = await page.context().newCDPSession(page);
  return {
    async scan(code, seen) {
      const shown = page.evaluate(answered, [seen, mostMs] as const);
      const lateMs = await type(keyboard, [...code]);
      // What the script itself came late with the last key is not the window's.
      return (await shown) - lateMs;
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const enterKey = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };

/** Milliseconds by which the last key was sent later than it bears. */
async function type(keyboard: CDPSession, characters: readonly string[]): Promise<number> {
  const begin = Date.now() + keyMs;
  const sent: Promise<unknown>[] = [];
  let lateMs = 0;
  for (const [index, character] of [...characters, 'Enter'].entries()) {
    const dueAt = begin + index * keyMs;
    await pause(Math.max(0, dueAt - Date.now()));
    lateMs = Date.now() - dueAt;
    const key = character === 'Enter' ? enterKey : { key: character };
    const text = character === 'Enter' ? '\r' : character;
    const timestamp = dueAt / 1_000;
    sent.push(
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text, timestamp }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
    );
  }
  await Promise.all(sent);
  return lateMs;
}
