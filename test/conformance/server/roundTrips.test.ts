import { describe, expect, inject, it } from 'vitest';
import { openServerStore } from '../../../electron/store/server/openServerStore.ts';
import { openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { benchPassphrase } from '../../doubles/program/benchLine.ts';
import { type CountingCable, layCountingCable } from '../../doubles/servers/countingCable.ts';
import { serverDesk } from './serverDesk.ts';

/** Long enough that all of what leaves together has left before the first answer. */
const answerMs = 40;

describe.skipIf(inject('server') === null)(
  'how often a bench waits for the network',
  { timeout: 180_000 },
  () => {
    const desk = serverDesk();

    async function through<T>(work: (cable: CountingCable) => Promise<T>): Promise<T> {
      const cable = await layCountingCable(desk.server.port, answerMs);
      try {
        return await work(cable);
      } finally {
        await cable.close();
      }
    }

    it('opens its book with 31 answers, where it took 59', () =>
      through(async (cable) => {
        const database = await desk.database();
        const bench = desk.bench();
        const url = `postgres://${desk.server.user}@127.0.0.1:${cable.port}/${database}`;
        await bench.json(['workspace', 'create', '--server', url, '--name', 'far']);
        cable.forget();
        const opened = await openWorkspace(
          {
            folder: bench.folder,
            passphrase: benchPassphrase,
            keyStore: noKeyStore,
            isPracticeWanted: false,
            whenMissing: 'refuse',
          },
          bench.parts,
        );
        if (!opened.ok) throw new Error(opened.code);
        expect(cable.answers()).toBeLessThanOrEqual(31);
        cable.forget();
        await opened.value.close();
        expect(cable.answers()).toBeLessThanOrEqual(4);
      }));

    it('takes its turn as it begins a change, and asks together what it needs of the book', () =>
      through(async (cable) => {
        const database = await desk.database();
        const place = { host: '127.0.0.1', port: cable.port, user: desk.server.user, database };
        const made = await openServerStore(place);
        if (!made.ok) throw new Error(made.code);
        const store = made.value;
        await store.write(async () => undefined);
        cable.forget();
        await store.write(({ settings }) => settings.get('seal'));
        // Beginning, turn and book in one, the question, the commit.
        expect(cable.answers()).toBe(3);
        cable.forget();
        await store.write(({ settings, accounts, orders }) =>
          Promise.all([settings.get('seal'), accounts.all(), orders.byId('none')]),
        );
        expect(cable.answers()).toBe(3);
        await store.close();
      }));
  },
);
