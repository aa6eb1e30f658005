import { afterAll, beforeAll, expect, it } from 'vitest';
import { corePid } from '../corePid.ts';
import { launchWindow, type OpenWindow } from '../launchWindow.ts';
import { portsGiven, watchCore } from '../watchCore.ts';

let open: OpenWindow;
beforeAll(async () => {
  open = await launchWindow();
});
afterAll(() => open.close());

it('a killed core is back within 2 s, and the page has a new port and knows', async () => {
  await watchCore(open);
  // The page's own first port may come behind the one asked for here.
  await expect.poll(() => portsGiven(open)).toBeGreaterThan(0);
  const before = (await corePid(open.app)) as number;
  const killedAt = await open.page.evaluate(() => performance.now());
  process.kill(before, 'SIGKILL');
  await open.page.waitForFunction((at) => {
    const { portTimes, states } = window as unknown as { portTimes: number[]; states: string[] };
    return portTimes.some((time) => time > at) && states.includes('down') && states.at(-1) === 'up';
  }, killedAt);
  const backAt = await open.page.evaluate((at) => {
    const { portTimes, upAt } = window as unknown as { portTimes: number[]; upAt: number };
    return Math.max(portTimes.find((time) => time > at) ?? Number.NaN, upAt);
  }, killedAt);
  expect(backAt - killedAt).toBeLessThan(2_000);
  expect(await corePid(open.app)).not.toBe(before);
  const states = await open.page.evaluate(() => (window as unknown as { states: string[] }).states);
  expect(states.slice(-3)).toContain('down');
});
