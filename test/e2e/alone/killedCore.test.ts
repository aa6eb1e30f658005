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
  await expect.poll(() => portsGiven(open)).toBe(1);
  const before = (await corePid(open.app)) as number;
  const killedAt = await open.page.evaluate(() => performance.now());
  process.kill(before, 'SIGKILL');
  await open.page.waitForFunction(() => {
    const { portTimes, states } = window as unknown as { portTimes: number[]; states: string[] };
    return portTimes.length === 2 && states.at(-1) === 'up';
  });
  const backAt = await open.page.evaluate(() => {
    const { portTimes, upAt } = window as unknown as { portTimes: number[]; upAt: number };
    return Math.max(portTimes[1] ?? Number.NaN, upAt);
  });
  expect(backAt - killedAt).toBeLessThan(2_000);
  expect(await corePid(open.app)).not.toBe(before);
  const states = await open.page.evaluate(() => (window as unknown as { states: string[] }).states);
  expect(states.slice(-3)).toContain('down');
});
