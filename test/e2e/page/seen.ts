import type { Locator } from 'playwright-core';

/** What a person sees of an element, line by line. */
export function seen(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count here
  return locator.innerText();
}

/** The same without waiting: empty when the element is gone, so that a question asked again and again never hangs. */
export async function seenNow(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts())[0] ?? '';
}

/** Whether all of it is in sight as the page stands: nothing scrolled it away, nothing lies over it. */
export function isInSight(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    // Its corners are round.
    const inset = 6;
    const corners = [
      [left + inset, top + inset],
      [right - inset, bottom - inset],
    ] as const;
    return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  });
}
