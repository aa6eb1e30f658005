import type { Page } from 'playwright-core';

/** How the page did while the import ran: pauses between frames, and how long a search took to show its order. */
interface Burden {
  readonly gapsMs: readonly number[];
  readonly answersMs: readonly number[];
}

/** Watches the frames, and searches for one order after another as a person would, until the import is done. */
export function watchPage(page: Page): Promise<Burden> {
  return page.evaluate(async () => {
    const gapsMs: number[] = [];
    const answersMs: number[] = [];
    const isRunning = (): boolean =>
      [...document.querySelectorAll('.rail-run')].some(({ textContent }) => textContent?.includes('%'));
    const frame = (before: number): void => {
      requestAnimationFrame((now) => {
        gapsMs.push(now - before);
        if (isRunning()) frame(now);
      });
    };
    frame(performance.now());
    const field = document.querySelector<HTMLInputElement>('.screen-head input');
    const type = (text: string): void => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const isShown = (orderNo: string): boolean =>
      [...document.querySelectorAll('[role=row]')].some(({ textContent }) => textContent?.includes(orderNo));
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let round = 0; isRunning(); round += 1) {
      const orderNo = `26112514${String(round * 3).padStart(10, '0')}`;
      const typedAt = performance.now();
      type(orderNo);
      while (isRunning() && !isShown(orderNo)) await new Promise(requestAnimationFrame);
      if (isRunning()) answersMs.push(performance.now() - typedAt);
      await pause(150);
      type('');
      await pause(250);
    }
    return { gapsMs, answersMs };
  });
}
