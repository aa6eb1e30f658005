import type { Locator } from 'playwright-core';

/** What a person sees of an element, line by line. */
export function seen(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count here
  return locator.innerText();
}
