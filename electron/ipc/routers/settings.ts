import { settingsContracts } from '../../../shared/contracts/settings.ts';
import { carrierList } from '../../../shared/domain/carriers/carrierTable.ts';
import { mayDo } from '../../../shared/domain/operator.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { addAccount, testAccount } from '../../usecases/accounts/accounts.ts';
import { readAccountUse } from '../../usecases/accounts/accountUse.ts';
import { changeAccount, readAccount } from '../../usecases/accounts/changeAccount.ts';
import { carrierFieldsOf, platformView } from '../../usecases/accounts/platforms.ts';
import { removeAccount } from '../../usecases/accounts/removeAccount.ts';
import { addPrinter, readPrinters, removePrinter } from '../../usecases/printing/printers/printers.ts';
import { changeSettings, readSettings, type Settings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { readAtBench } from '../atBench.ts';
import { does, doesThen, gateOf, unwrap } from '../gate.ts';

const { onSession, onWorkspace } = gateOf(settingsContracts);

async function accountRows({ store: { read } }: Workspace) {
  const accounts = await read.accounts.all();
  return Promise.all(
    accounts.map(async (account) => ({
      ...account,
      unfinished: await read.shipments.countUnfinished(account.id),
    })),
  );
}

/** Real platforms before the practice one: who adds an account mostly wants those. */
function platformsFirstReal({ platforms, isPractice }: Workspace) {
  const usable = platforms.filter(({ manifest }) => manifest.isEmbedded || !isPractice);
  return [...usable].sort(
    (left, right) => Number(left.manifest.isEmbedded) - Number(right.manifest.isEmbedded),
  );
}

/** How the window looks is everybody's. */
const freeSettings: readonly string[] = ['language', 'theme'];

const settingsRouter = {
  ...onSession('settings', { carriers: () => carrierList }),
  ...onWorkspace('settings', {
    get: readAtBench((workspace) => readSettings(workspace)),
    set: does(async (workspace, input) => {
      const isFree = Object.keys(input).every((key) => freeSettings.includes(key));
      return isFree || mayDo(workspace.actor, 'changeSettings')
        ? changeSettings(workspace, input as Partial<Settings>)
        : failure('OPERATOR_RIGHT_MISSING', { right: 'changeSettings' });
    }),
    platforms: (workspace) => platformsFirstReal(workspace).map(platformView),
    carrierFields: ({ platforms }, input) => carrierFieldsOf(platforms, input),
    accounts: accountRows,
    addAccount: does(addAccount, (account) => ({ ...account, unfinished: 0 })),
    account: does((workspace, { accountId }) => readAccount(workspace, accountId)),
    changeAccount: async (workspace, input) => {
      const changed = unwrap(await changeAccount(workspace, input));
      const unfinished = await workspace.store.read.shipments.countUnfinished(input.accountId);
      return { ...changed, account: { ...changed.account, unfinished } };
    },
    accountUse: does((workspace, { accountId }) => readAccountUse(workspace, accountId)),
    removeAccount: doesThen(removeAccount, accountRows),
    testAccount: does((workspace, { accountId }) => testAccount(workspace, accountId)),
    printers: (workspace, _, { session }) => readPrinters(workspace, session.knowledge.printerStates),
    async addPrinter(workspace, input, { session }) {
      unwrap(await addPrinter(workspace, input));
      return readPrinters(workspace, session.knowledge.printerStates);
    },
    async removePrinter(workspace, { uri }, { session }) {
      await removePrinter(workspace, uri);
      return readPrinters(workspace, session.knowledge.printerStates);
    },
    divisions: ({ divisions }) => divisions,
  }),
};

export const settingsRouters = { settings: settingsRouter };
