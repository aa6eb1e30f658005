import type { Page } from 'playwright-core';

const wheelSeconds = 6;

/** From the key to the frame in which rows stand there. */
export async function openShip(page: Page): Promise<number> {
  // Answered before the key is pressed: a busy page would hear it before anybody listens.
  await page.evaluate(() => {
    const opening = new Promise<number>((resolve) => {
      const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
        if (key !== '4') return;
        removeEventListener('keydown', onKey, true);
        const look = (): void => {
          const isThere = document.querySelector('.table-body [role=gridcell]') !== null;
          // What is in the page now is painted in this frame: the next one begins after it.
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - timeStamp));
          else requestAnimationFrame(look);
        };
        look();
      };
      addEventListener('keydown', onKey, true);
    });
    Object.assign(window, { opening });
  });
  await page.keyboard.press('Alt+4');
  return page.evaluate(() => (window as unknown as { readonly opening: Promise<number> }).opening);
}

export interface Scrolled {
  readonly gapsMs: readonly number[];
  /** Frames in which at least one row in sight had no words. */
  readonly blankFrames: number;
  readonly rowsPassed: number;
}

/** Watches every frame while the wheel turns; a notch is 120 px. */
export async function scrollByWheel(page: Page): Promise<Scrolled> {
  const table = page.locator('.table');
  const box = await table.boundingBox();
  if (box === null) throw new Error('no table');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const watched = page.evaluate(
    (seconds) =>
      new Promise<Scrolled>((resolve) => {
        const scroller = document.querySelector('.table');
        if (scroller === null) throw new Error('no table');
        const gapsMs: number[] = [];
        let blankFrames = 0;
        const startedAt = performance.now();
        const from = scroller.scrollTop;
        const rowPx = document.querySelector('.table-body .row')?.getBoundingClientRect().height ?? 1;
        const isBlankInSight = (): boolean => {
          const sight = scroller.getBoundingClientRect();
          return [...document.querySelectorAll('.cell-blank')].some((cell) => {
            const { top, bottom } = cell.getBoundingClientRect();
            return bottom > sight.top && top < sight.bottom;
          });
        };
        const frame = (before: number): void => {
          requestAnimationFrame((now) => {
            gapsMs.push(now - before);
            if (isBlankInSight()) blankFrames += 1;
            if (now - startedAt < seconds * 1_000) return frame(now);
            resolve({ gapsMs, blankFrames, rowsPassed: Math.round((scroller.scrollTop - from) / rowPx) });
          });
        };
        frame(startedAt);
      }),
    wheelSeconds,
  );
  const until = performance.now() + wheelSeconds * 1_000;
  while (performance.now() < until) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(10);
  }
  return watched;
}

/**
 * Each filter that shows anything, again and again: milliseconds from the press until its rows stand there with their words and are
 * painted.
 */
export function pressFilters(page: Page, rounds: number): Promise<readonly number[]> {
  return page.evaluate(async (times) => {
    const durationsMs: number[] = [];
    const chips = (): HTMLElement[] => [
      ...document.querySelectorAll<HTMLElement>('.filter-chip:not(.filter-more)'),
    ];
    const isShown = (before: Element | null): boolean => {
      const table = document.querySelector('.table');
      const cell = table?.querySelector('.table-body [role=gridcell]:not(.cell-tick)') ?? null;
      return table !== before && cell !== null && table?.querySelector('.cell-blank') === null;
    };
    for (let round = 0; round < times; round++)
      for (const name of chips().map(({ textContent }) => textContent)) {
        const chip = chips().find(({ textContent }) => textContent === name);
        if (chip === undefined || chip.ariaPressed === 'true') continue;
        // Another list is another table.
        const before = document.querySelector('.table');
        const pressedAt = performance.now();
        chip.click();
        while (!isShown(before)) await new Promise(requestAnimationFrame);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        durationsMs.push(performance.now() - pressedAt);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    return durationsMs;
  }, rounds);
}
