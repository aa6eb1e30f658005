import { printRecoveryCode } from '../../usecases/printing/codeSheet.ts';
import {
  listKeySlots,
  makeRecoveryCode,
  removeKeySlot,
  setPassphrase,
} from '../../usecases/workspace/keys.ts';
import { onWorkspace, unwrap } from '../gate.ts';

export const keysRouters = {
  keys: onWorkspace('keys', {
    list: (workspace) => unwrap(listKeySlots(workspace)),
    async makeRecoveryCode(workspace) {
      return { recoveryCode: unwrap(await makeRecoveryCode(workspace)) };
    },
    async printRecoveryCode(workspace, input) {
      unwrap(await printRecoveryCode(workspace, input));
      return unwrap(listKeySlots(workspace));
    },
    async setPassphrase(workspace, { passphrase }) {
      return unwrap(await setPassphrase(workspace, passphrase));
    },
    async remove(workspace, { slotId }) {
      return unwrap(await removeKeySlot(workspace, slotId));
    },
  }),
};
