import type { Page } from 'playwright-core';
import { endElectron } from '../../e2e/launchElectron.ts';
import { assembleApp } from '../../runtime/assembleApp.ts';
import { openBenchWindow } from '../kit/openBenchWindow.ts';
import { report } from '../kit/runChild.ts';

/** The first paint after a start of each, and then the same again and again in one window. */
const [folder = ''] = process.argv.slice(2);
const starts = 3;
const repeats = 40;
/** What has shown that a screen is there: rows of the list, figures of the day with what needs a person. */
const screens = {
  Track: { key: 'Alt+7', shown: '.table-body .row' },
  Board: { key: 'Alt+8', shown: '.insight-board > .day-strip .figure-value' },
} as const;
type Screen = keyof typeof screens;

interface Painting {
  /** The frame after which what was waited for is on the screen, and the one after the last answer; since the key. */
  readonly shownMs: number;
  readonly wholeMs: number;
}

async function open() {
  const { app, page } = await openBenchWindow(folder);
  await page.evaluate(watchCalls);
  // Whoever looks up from Today has been there for a moment; what the start itself does is over.
  await page.waitForTimeout(3_000);
  return { app, page };
}

/** Runs in the page: counts the calls that are asked and not answered. */
function watchCalls(): void {
  const asked = new Set<string>();
  const watched = new WeakSet<MessagePort>();
  // What React sends itself is no text.
  const idOf = (data: unknown): string | null =>
    typeof data === 'string' ? (JSON.parse(data) as { readonly i: string }).i : null;
  const post = MessagePort.prototype.postMessage as (...words: readonly unknown[]) => void;
  MessagePort.prototype.postMessage = function postMessage(this: MessagePort, ...words: readonly unknown[]) {
    const id = idOf(words[0]);
    if (id !== null && !watched.has(this)) {
      watched.add(this);
      this.addEventListener('message', ({ data }) => asked.delete(idOf(data) ?? ''));
    }
    if (id !== null) asked.add(id);
    post.apply(this, [...words]);
  };
  Object.assign(window, { asked });
}

/** Runs in the page: waits for the key, then for the frames. */
function painting(shown: string): Promise<Painting> {
  const { asked } = window as unknown as { asked: Set<string> };
  return new Promise((resolve) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        asked.clear();
        let shownMs = 0;
        const look = (): void => {
          const isShown = document.querySelector(shown) !== null;
          // The frame is on the screen once a task after it runs.
          const drawn = performance.now() - timeStamp;
          if (isShown && shownMs === 0) shownMs = drawn;
          if (isShown && asked.size === 0) resolve({ shownMs, wholeMs: drawn });
          else requestAnimationFrame(() => setTimeout(look));
        };
        requestAnimationFrame(() => setTimeout(look));
      },
      { once: true, capture: true },
    );
  });
}

async function paint(page: Page, screen: Screen): Promise<Painting> {
  const { key, shown } = screens[screen];
  const painted = page.evaluate(painting, shown);
  await page.waitForTimeout(50);
  await page.keyboard.press(key);
  return painted;
}

assembleApp();
const figures = Object.fromEntries(
  Object.keys(screens).map((name) => [
    name,
    { first: [] as number[], whole: [] as number[], again: [] as number[] },
  ]),
);
for (let start = 0; start < starts; start++)
  for (const screen of Object.keys(screens) as Screen[]) {
    const { app, page } = await open();
    const { shownMs, wholeMs } = await paint(page, screen);
    figures[screen]?.first.push(shownMs);
    figures[screen]?.whole.push(wholeMs);
    for (let repeat = 0; start === starts - 1 && repeat < repeats; repeat++) {
      await page.keyboard.press('Alt+1');
      await page.locator('.today-next').waitFor();
      await page.waitForTimeout(100);
      figures[screen]?.again.push((await paint(page, screen)).wholeMs);
    }
    await endElectron(app);
  }
report(figures);
