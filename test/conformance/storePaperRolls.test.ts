import { describe, expect, it } from 'vitest';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

describe.each(engines)('paper rolls in the store on $name', ({ open }) => {
  const desk = storeDesk(open);

  it('keeps one roll a printer: the new one takes the place of the old', async () => {
    const roll = { printerUri: 'tcp://a', labels: 500, loadedAt: 1 };
    await desk.store.write((write) => write.paperRolls.put(roll));
    await desk.store.write((write) => write.paperRolls.put({ ...roll, printerUri: 'tcp://b' }));
    await desk.store.write((write) => write.paperRolls.put({ ...roll, labels: 1_000, loadedAt: 9 }));
    expect(await desk.store.read.paperRolls.all()).toEqual([
      { printerUri: 'tcp://a', labels: 1_000, loadedAt: 9 },
      { printerUri: 'tcp://b', labels: 500, loadedAt: 1 },
    ]);
  });
});
