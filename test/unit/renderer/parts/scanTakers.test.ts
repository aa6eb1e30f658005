import { beforeEach, expect, test } from 'vitest';
import { offerScan, useScanTakers } from '../../../../renderer/parts/scanTakers.ts';

beforeEach(() => useScanTakers.setState({ takers: [] }));

test('a scan nobody waits for is left to the frame', async () => {
  expect(await offerScan('YT1234567890123')).toBe(false);
});

test('the newest place is asked first, and the next one only when it does not know the code', async () => {
  const asked: string[] = [];
  const { put } = useScanTakers.getState();
  put('screen', (code) => asked.push(`screen ${code}`) > 0);
  put('dialog', (code) => {
    asked.push(`dialog ${code}`);
    return code === 'known';
  });
  expect(await offerScan('known')).toBe(true);
  expect(await offerScan('other')).toBe(true);
  expect(asked).toEqual(['dialog known', 'dialog other', 'screen other']);
});

test('a place that is left is no longer asked', async () => {
  const { put, drop } = useScanTakers.getState();
  put('screen', async () => true);
  drop('screen');
  expect(await offerScan('YT1234567890123')).toBe(false);
});
