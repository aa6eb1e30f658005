import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { type KeySlot, makeKeyStoreSlot, makePassphraseSlot, makeRecoverySlot, slotId } from './keySlots.ts';
import type { KeyStorePort } from './keyStorePort.ts';
import { passphraseRefusal, readKeyFile, writeKeyFile } from './workspaceKey.ts';

/** A slot without its secret content. */
export interface SlotFacts {
  readonly id: string;
  readonly kind: KeySlot['kind'];
  /** Of a key store: which one. */
  readonly backend: string | null;
  /** UTC ms; null: unknown. */
  readonly createdAt: number | null;
  /** Of a recovery code: when it last opened the workspace; null: never, or another kind. */
  readonly usedAt: number | null;
}

/** The slots of an open workspace, one of each kind: setting one replaces the previous. */
export interface KeyChain {
  slots(): Outcome<readonly SlotFacts[]>;
  /** Was a passphrase just used that would no longer be accepted? */
  readonly isPassphraseWeak: boolean;
  setPassphrase(passphrase: string, at: number): Promise<Outcome<readonly SlotFacts[]>>;
  /** Returns the code, this once. */
  makeRecoveryCode(at: number): Promise<Outcome<string>>;
  setKeyStore(keyStore: KeyStorePort, at: number): Promise<Outcome<readonly SlotFacts[]>>;
  remove(id: string): Outcome<readonly SlotFacts[]>;
}

export function openKeyChain(folder: string, dataKey: Uint8Array, passphrase = ''): KeyChain {
  const change = (edit: (slots: readonly KeySlot[]) => readonly KeySlot[]): Outcome<readonly SlotFacts[]> => {
    const file = readKeyFile(folder);
    if (file?.ok !== true) return failure('WORKSPACE_DAMAGED');
    const slots = [...edit(file.value.slots)];
    writeKeyFile(folder, { ...file.value, slots });
    return done(slots.map(factsOf));
  };
  const put = (slot: KeySlot) => change((slots) => [...slots.filter(({ kind }) => kind !== slot.kind), slot]);
  const slots = (): Outcome<readonly SlotFacts[]> => {
    const file = readKeyFile(folder);
    return file?.ok === true ? done(file.value.slots.map(factsOf)) : failure('WORKSPACE_DAMAGED');
  };
  return {
    slots,
    isPassphraseWeak: passphrase !== '' && passphraseRefusal(passphrase) !== null,
    async setPassphrase(next, at) {
      return passphraseRefusal(next) ?? put(await makePassphraseSlot(dataKey, next, at));
    },
    async makeRecoveryCode(at) {
      const { code, slot } = await makeRecoverySlot(dataKey, at);
      const kept = put(slot);
      return kept.ok ? done(code) : kept;
    },
    async setKeyStore(keyStore, at) {
      if (!keyStore.isAvailable()) return failure('KEY_STORE_MISSING');
      return put(await makeKeyStoreSlot(dataKey, keyStore, at));
    },
    remove(id) {
      const known = slots();
      if (!known.ok) return known;
      if (!known.value.some((slot) => slot.id === id)) return failure('KEY_SLOT_NOT_FOUND', { slot: id });
      if (known.value.length === 1) return failure('KEY_SLOT_LAST');
      return change((all) => all.filter((slot) => slotId(slot) !== id));
    },
  };
}

function factsOf(slot: KeySlot): SlotFacts {
  return {
    id: slotId(slot),
    kind: slot.kind,
    backend: slot.kind === 'key-store' ? slot.backend : null,
    createdAt: slot.kind === 'practice' ? null : slot.createdAt,
    usedAt: slot.kind === 'recovery' ? slot.usedAt : null,
  };
}
