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
