import type { CDPSession, Page } from 'playwright-core';
import { handFree, noteStruck } from '../hand.ts';

interface Stroke {
  readonly key: string;
  readonly text?: string;
  readonly code?: string;
  /** As the protocol counts: 1 Alt, 2 Ctrl, 8 Shift. */
  readonly modifiers?: number;
  /** 229 while an input method takes the keys. */
  readonly windowsVirtualKeyCode?: number;
  /** What an input method shows in the field once it has this key. */
  readonly composed?: string;
  /** Only pressed, or only let go; both unless said otherwise. */
  readonly only?: 'down' | 'up';
  /** 3: a key of the keypad. */
  readonly location?: number;
}

const compose = (keyboard: CDPSession, text: string) =>
  keyboard.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });

/** Keys by the clock of the keyboard from `begin` on, whatever the page is busy with. */
export async function strike(
  page: Page,
  strokes: readonly Stroke[],
  gapSeconds = 0.004,
  begin = Date.now() / 1000,
): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  await Promise.all(
    strokes.flatMap((stroke, index) => {
      const timestamp = begin + index * gapSeconds;
      const { text, composed, only, ...key } = stroke;
      const typed = text === undefined ? key : { ...key, text };
      const upAt = timestamp + gapSeconds / 4;
      return [
        ...(only === 'up'
          ? []
          : [keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...typed, timestamp })]),
        ...(composed === undefined ? [] : [compose(keyboard, composed)]),
        ...(only === 'down'
          ? []
          : [keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp: upAt })]),
      ];
    }),
  );
  await keyboard.detach();
  noteStruck(page, 1_000 * (begin + strokes.length * gapSeconds));
}

export const strokesOf = (text: string): Stroke[] => [...text].map((key) => ({ key, text: key }));

export const enter: Stroke = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };

/** As a gun types: 4 ms a key, and not into what was struck before. */
export async function scan(page: Page, code: string): Promise<void> {
  await handFree(page);
  await strike(page, [...strokesOf(code), enter]);
}

const handGapSeconds = 0.09;

async function strikeByHand(page: Page, strokes: readonly Stroke[]): Promise<void> {
  await handFree(page);
  await strike(page, strokes, handGapSeconds, Date.now() / 1000 + handGapSeconds);
}

/** Enter by a hand: never as close behind a scan as the second half of a gun's line end, which presses nothing. */
export const enterByHand = (page: Page): Promise<void> => strikeByHand(page, [enter]);

/** A letter by a hand, as far behind a scan. */
export const keyByHand = (page: Page, letter: string): Promise<void> => strikeByHand(page, strokesOf(letter));

/** The screen of a digit once it has been read: fields that are about to be replaced lose the focus. */
export async function openByDigit(page: Page, digit: number): Promise<void> {
  await page.keyboard.press(`Alt+${digit}`);
  const place = page.locator('.rail-item[aria-current=page] .rail-key', { hasText: String(digit) });
  await place.waitFor({ state: 'attached' });
  await page.locator('.screen h1').waitFor();
  await page.locator('.answer-wait').first().waitFor({ state: 'detached' });
}

/** As the quickest hand types the text and Enter. */
export async function typeQuickly(page: Page, text: string): Promise<void> {
  await handFree(page);
  await strike(page, [...strokesOf(text), enter], handGapSeconds);
}

const alt: Stroke = { key: 'Alt', code: 'AltLeft', windowsVirtualKeyCode: 18 };

/** Each character by its number on the keypad while Alt is held, its Enter likewise; with NumLock off, keys bear other names. */
export const altStrokesOf = (text: string): Stroke[] =>
  [...text].flatMap((sign) => [
    { ...alt, only: 'down' as const, modifiers: 1 },
    ...[...String(sign.charCodeAt(0)).padStart(3, '0')].map((digit) => ({
      key: 'Clear',
      code: `Numpad${digit}`,
      location: 3,
      modifiers: 1,
    })),
    { ...alt, only: 'up' as const },
  ]);
