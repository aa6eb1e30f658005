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

/** How long a hand keeps a button of the mouse down; people take 60 to 100 ms. */
const heldMs = 70;

export interface FilterPress {
  /** The filter has not been shown since the start: its rows are asked for. */
  readonly isFirst: boolean;
  /** From the release of the button until the rows stand there with their words and are painted. */
  readonly shownMs: number;
}

/** Presses each filter that shows anything, again and again, as a hand does. */
export async function pressFilters(page: Page, rounds: number): Promise<readonly FilterPress[]> {
  const presses: FilterPress[] = [];
  const chips = page.locator('.filter-chip:not(.filter-more)');
  for (let round = 0; round < rounds; round++)
    for (let at = 0; at < (await chips.count()); at++) {
      const chip = chips.nth(at);
      if ((await chip.getAttribute('aria-pressed')) === 'true') continue;
      await watchNextList(page);
      await chip.hover();
      await page.mouse.down();
      await page.waitForTimeout(heldMs);
      await page.mouse.up();
      presses.push({ isFirst: round === 0, shownMs: await shownMs(page) });
      await page.waitForTimeout(200);
    }
  return presses;
}

/** Before the press, so that the page hears it first. */
function watchNextList(page: Page): Promise<void> {
  return page.evaluate(() => {
    const shown = new Promise<number>((resolve) => {
      const isShown = (): boolean => {
        const table = document.querySelector('.table');
        const cell = table?.querySelector('.table-body [role=gridcell]:not(.cell-tick)') ?? null;
        // Not the rows of the list before, nor rows that are not read yet.
        const isFormer = table?.ariaDisabled === 'true';
        return !isFormer && cell !== null && table?.querySelector('.cell-blank') === null;
      };
      addEventListener(
        'click',
        ({ timeStamp }) => {
          const look = (): void => {
            // As in `openShip`.
            if (isShown()) requestAnimationFrame(() => resolve(performance.now() - timeStamp));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
    Object.assign(window, { shown });
  });
}

const shownMs = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly shown: Promise<number> }).shown);
