import type { Asked } from '../../../shared/contracts/contract.ts';
import type { InspectedBackup } from '../../../shared/contracts/restore.ts';
import { restoreContracts } from '../../../shared/contracts/restore.ts';
import { backupsBeside } from '../../usecases/backups/list.ts';
import {
  type BackupReport,
  inspectBackup,
  type RestoreRequest,
  restoreWorkspace,
} from '../../usecases/workspace/restore.ts';
import { gateOf, unwrap } from '../gate.ts';
import { pathOf } from '../pageFiles.ts';
import { stateOf } from './session.ts';

const { onSession } = gateOf(restoreContracts);

export const restoreRouters = {
  restore: onSession('restore', {
    async candidates(session) {
      const found = backupsBeside(session.folder);
      const handed = await session.files.hand(
        found.map(({ file }) => file),
        'backup',
      );
      return found.map(({ file: _, ...backup }, at) => ({
        ...backup,
        fileToken: handed[at]?.fileToken ?? '',
      }));
    },
    async inspect(session, { fileToken, ...opening }, call) {
      const path = await pathOf(call, fileToken, 'backup');
      const inspected = await session.whileClosed(opening, (request, parts) =>
        inspectBackup(request, path, parts),
      );
      if (!inspected.ok && inspected.code === 'BACKUP_LOCKED') return null;
      return shown(unwrap(inspected), session.state() !== 'new');
    },
    async run(session, input, call) {
      const path = await pathOf(call, input.fileToken, 'backup');
      const { passphrase, recoveryCode, replaceKey } = input;
      const wish = { replaceKey, ...consentOf(input) };
      const restored = await session.openBy({ passphrase, recoveryCode }, (request, parts) =>
        restoreWorkspace({ ...request, ...wish }, path, parts),
      );
      const { header, setAside, sender, erasedAgain: again } = unwrap(restored);
      const { orders, madeAt } = header;
      const erasedAgain = again.ok ? again.value.persons : null;
      return {
        session: stateOf(session),
        orders,
        madeAt,
        isSetAside: setAside !== null,
        sender,
        erasedAgain,
      };
    },
  }),
};

function shown(
  { header, isPractice, proof, standing, operators, hasRescueCode, isOlderThanHere }: BackupReport,
  isWorkspaceHere: boolean,
): InspectedBackup {
  const changes: readonly (InspectedBackup['changes'][number] | false)[] = [
    isWorkspaceHere && 'older',
    // No journal lies here: what came out of a printer since then is not known.
    !isWorkspaceHere && 'elsewhere',
    isOlderThanHere && operators.length > 0 && 'people-kept',
    proof === 'old-format' && 'unproven',
    standing === 'other' && 'other-key',
  ];
  return {
    madeAt: header.madeAt,
    orders: header.orders,
    isPractice,
    changes: changes.filter((change) => change !== false),
    managers: operators.filter(({ role }) => role === 'manager').map(({ id, name }) => ({ id, name })),
    hasRescueCode,
  };
}

function consentOf({
  operatorId,
  pin,
  rescueCode,
}: Asked<'restore', 'run'>): Pick<RestoreRequest, 'consent'> {
  if (rescueCode !== '') return { consent: { rescueCode } };
  return operatorId === '' ? {} : { consent: { operatorId, pin } };
}
