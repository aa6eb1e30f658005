import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { SlotFacts } from '../../vault/keyChain.ts';
import type { KeyStorePort } from '../../vault/keyStorePort.ts';
import { passphraseRefusal } from '../../vault/workspaceKey.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from './workspace.ts';

/** The ways to open the workspace, and where they work. */
export interface KeySlots {
  readonly slots: readonly SlotFacts[];
  /** Only this computer opens the workspace and its backups: they are lost with it, or with this user. */
  readonly isBoundToMachine: boolean;
}

/** Without what the slots hold. */
export function listKeySlots({ keyChain }: Workspace): Outcome<KeySlots> {
  const slots = keyChain.slots();
  return slots.ok ? done(reachOf(slots.value)) : slots;
}

function reachOf(slots: readonly SlotFacts[]): KeySlots {
  return { slots, isBoundToMachine: slots.every(({ kind }) => kind === 'key-store') };
}

/** A recovery code, shown only this once; the previous one then only opens earlier backups. */
export async function makeRecoveryCode(workspace: Workspace): Promise<Outcome<string>> {
  const refusal = practiceRefusal(workspace);
  if (refusal !== null) return refusal;
  await recordKeyAct(workspace, 'recovery');
  return workspace.keyChain.makeRecoveryCode(workspace.clock.now());
}

/** Sets or changes the workspace's passphrase. */
export async function setPassphrase(workspace: Workspace, passphrase: string): Promise<Outcome<KeySlots>> {
  const refusal = practiceRefusal(workspace) ?? passphraseRefusal(passphrase);
  if (refusal !== null) return refusal;
  await recordKeyAct(workspace, 'passphrase');
  const set = await workspace.keyChain.setPassphrase(passphrase, workspace.clock.now());
  return set.ok ? done(reachOf(set.value)) : set;
}

/** From now on this user of this computer opens the workspace without being asked. */
export async function setKeyStore(workspace: Workspace, keyStore: KeyStorePort): Promise<Outcome<KeySlots>> {
  const refusal = practiceRefusal(workspace);
  if (refusal !== null) return refusal;
  if (!keyStore.isAvailable()) return failure('KEY_STORE_MISSING');
  await recordKeyAct(workspace, 'key-store');
  const set = await workspace.keyChain.setKeyStore(keyStore, workspace.clock.now());
  return set.ok ? done(reachOf(set.value)) : set;
}

/** Removes a way to open the workspace, never the last one. It still opens backups made before. */
export async function removeKeySlot(workspace: Workspace, id: string): Promise<Outcome<KeySlots>> {
  const refusal = practiceRefusal(workspace);
  if (refusal !== null) return refusal;
  const known = workspace.keyChain.slots();
  if (!known.ok) return known;
  const slot = known.value.find((one) => one.id === id);
  if (slot === undefined) return failure('KEY_SLOT_NOT_FOUND', { slot: id });
  if (known.value.length === 1) return failure('KEY_SLOT_LAST');
  await recordKeyAct(workspace, `- ${slot.kind}`);
  const removed = workspace.keyChain.remove(id);
  return removed.ok ? done(reachOf(removed.value)) : removed;
}

function practiceRefusal({ isPractice }: Workspace): Failure | null {
  return isPractice ? failure('KEYS_OF_PRACTICE') : null;
}

/** Recorded before it is done: after a crash the list of slots shows whether it was. */
function recordKeyAct(workspace: Workspace, what: string): Promise<void> {
  return change(workspace, ['operators'], (write) =>
    recordAct(workspace, write, { kind: 'key-changed', what }),
  );
}
