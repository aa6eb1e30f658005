import { openStore } from '../../electron/store/openStore.ts';
import type { Store } from '../../electron/store/store.ts';

export interface Engine {
  readonly name: string;
  open(folder: string): Promise<Store>;
}

/** Every engine the product can keep its orders in; all must behave alike. */
export const engines: readonly Engine[] = [
  {
    name: 'embedded SQLite',
    async open(folder) {
      const opened = await openStore(folder, new Uint8Array(32).fill(1), true);
      if (!opened.ok) throw new Error(opened.code);
      return opened.value;
    },
  },
];
