import { type KeysView, keyKinds, keysContracts } from '../../../shared/contracts/keys.ts';
import {
  type KeySlots,
  listKeySlots,
  makeRecoveryCode,
  removeKeySlot,
  setKeyStore,
  setPassphrase,
} from '../../usecases/workspace/keys.ts';
import { printRecoveryCode } from '../../usecases/workspace/printRecoveryCode.ts';
import { gateOf, unwrap } from '../gate.ts';

const { onWorkspace } = gateOf(keysContracts);

export const keysRouters = {
  keys: onWorkspace('keys', {
    list: (workspace) => shown(unwrap(listKeySlots(workspace))),
    async makeRecoveryCode(workspace) {
      return { recoveryCode: unwrap(await makeRecoveryCode(workspace)) };
    },
    async printRecoveryCode(workspace, input) {
      unwrap(await printRecoveryCode(workspace, input));
      return shown(unwrap(listKeySlots(workspace)));
    },
    async setPassphrase(workspace, { passphrase }) {
      return shown(unwrap(await setPassphrase(workspace, passphrase)));
    },
    async addKeyStore(workspace, _, { session }) {
      return shown(unwrap(await setKeyStore(workspace, session.keyStore)));
    },
    async remove(workspace, { slotId }) {
      return shown(unwrap(await removeKeySlot(workspace, slotId)));
    },
  }),
};

function shown({ slots, isBoundToMachine }: KeySlots): KeysView {
  const kinds = new Map(keyKinds.map((kind) => [String(kind), kind]));
  return {
    isBoundToMachine,
    slots: slots.flatMap(({ id, kind, createdAt, usedAt }) => {
      const known = kinds.get(kind);
      return known === undefined ? [] : [{ id, kind: known, createdAt, usedAt }];
    }),
  };
}
