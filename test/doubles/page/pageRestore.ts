import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { InspectedBackup } from '../../../shared/contracts/restore.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import { pageRecoveryCode } from './pageKeys.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Two backups that open by themselves, and one under another key, which takes its recovery code. */
export function pageRestore(os: Os, { own, now, fail, options }: PageWorld) {
  const found = [
    { fileToken: 'backup-new', madeAt: now() - hourMs, orders: 1_284 },
    { fileToken: 'backup-other', madeAt: now() - 3 * hourMs, orders: null },
    { fileToken: 'backup-old', madeAt: now() - 26 * hourMs, orders: 1_190 },
  ] as const;
  const inspected = (fileToken: string): InspectedBackup => {
    const backup = found.find((one) => one.fileToken === fileToken) ?? found[0];
    return {
      madeAt: backup.madeAt,
      orders: backup.orders ?? 1_240,
      isPractice: false,
      changes: fileToken === 'backup-other' ? ['older', 'other-key'] : ['older', 'people-kept'],
      hasRescueCode: options.operator !== null,
      managers: options.operator === null ? [] : [{ id: 'op-1', name: '陈店长' }],
    };
  };
  return {
    candidates: os.restore.candidates.handler(() =>
      found.map((one) => ({ ...one, name: `${one.fileToken}.sdbackup`, bytes: 4_200_000 })),
    ),
    inspect: os.restore.inspect.handler(({ input: { fileToken, recoveryCode } }) => {
      const isLocked = fileToken === 'backup-other' && recoveryCode !== pageRecoveryCode;
      return isLocked ? null : inspected(fileToken);
    }),
    run: os.restore.run.handler(({ input: { fileToken, operatorId, pin, rescueCode } }) => {
      const { managers, orders, madeAt } = inspected(fileToken);
      const isAgreed = rescueCode !== '' || (operatorId !== '' && pin === '2580');
      if (managers.length > 0 && !isAgreed) fail('OPERATOR_PIN_WRONG', { seconds: 0 });
      own.session = { ...own.session, state: 'open' };
      return {
        session: own.session,
        orders,
        madeAt,
        isSetAside: true,
        sender: 'of-backup' as const,
        erasedAgain: 0,
      };
    }),
  };
}
