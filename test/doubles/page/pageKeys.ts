import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { KeysView } from '../../../shared/contracts/keys.ts';
import { drawRecoveryCode } from '../../../shared/rules/recoveryCode.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** One that adds up, the same each time. */
export const pageRecoveryCode = drawRecoveryCode(() => 3);

/** What opens the workspace: a passphrase and a recovery code of the day it was made. */
export function pageKeys(os: Os, { now, fail }: PageWorld) {
  let view: KeysView = {
    slots: [
      { id: 'slot-passphrase', kind: 'passphrase', createdAt: now() - 40 * 86_400_000, usedAt: null },
      { id: 'slot-recovery', kind: 'recovery', createdAt: now() - 40 * 86_400_000, usedAt: null },
    ],
    isBoundToMachine: false,
  };
  const replace = (kind: 'passphrase' | 'recovery' | 'key-store'): void => {
    const others = view.slots.filter((slot) => slot.kind !== kind);
    view = { ...view, slots: [...others, { id: `slot-${kind}`, kind, createdAt: now(), usedAt: null }] };
  };
  return {
    list: os.keys.list.handler(() => view),
    makeRecoveryCode: os.keys.makeRecoveryCode.handler(() => {
      replace('recovery');
      return { recoveryCode: pageRecoveryCode };
    }),
    printRecoveryCode: os.keys.printRecoveryCode.handler(() => view),
    setPassphrase: os.keys.setPassphrase.handler(() => {
      replace('passphrase');
      return view;
    }),
    addKeyStore: os.keys.addKeyStore.handler(() => {
      replace('key-store');
      return view;
    }),
    remove: os.keys.remove.handler(({ input }) => {
      if (view.slots.length === 1) fail('KEY_SLOT_LAST');
      view = { ...view, slots: view.slots.filter(({ id }) => id !== input.slotId) };
      return view;
    }),
  };
}
