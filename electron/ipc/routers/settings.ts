import { carrierList } from '../../../shared/domain/carriers/carrierTable.ts';
import { mayDo } from '../../../shared/domain/operator.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { addAccount, removeAccount, testAccount } from '../../usecases/accounts/accounts.ts';
import { carrierFieldsOf, platformView } from '../../usecases/accounts/platforms.ts';
import { addPrinter, readPrinters, removePrinter } from '../../usecases/printing/printers.ts';
import { backUpWorkspace } from '../../usecases/workspace/backup.ts';
import { changeSettings, readSettings, type Settings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, opened, refusal, unwrap } from '../gate.ts';

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
  get: opened.settings.get.handler(async ({ context: { workspace } }) => readSettings(workspace)),
  set: opened.settings.set.handler(async ({ context: { workspace }, input }) => {
    const isFree = Object.keys(input).every((key) => freeSettings.includes(key));
    if (!isFree && !mayDo(workspace.actor, 'changeSettings'))
      throw refusal(failure('OPERATOR_RIGHT_MISSING', { right: 'changeSettings' }));
    return unwrap(await changeSettings(workspace, input as Partial<Settings>));
  }),
  platforms: opened.settings.platforms.handler(({ context: { workspace } }) =>
    platformsFirstReal(workspace).map(platformView),
  ),
  carrierFields: opened.settings.carrierFields.handler(({ context: { workspace }, input }) =>
    carrierFieldsOf(workspace.platforms, input),
  ),
  carriers: gate.settings.carriers.handler(() => carrierList),
  accounts: opened.settings.accounts.handler(({ context: { workspace } }) => accountRows(workspace)),
  addAccount: opened.settings.addAccount.handler(async ({ context: { workspace }, input }) => ({
    ...unwrap(await addAccount(workspace, input)),
    unfinished: 0,
  })),
  removeAccount: opened.settings.removeAccount.handler(async ({ context: { workspace }, input }) => {
    unwrap(await removeAccount(workspace, input.accountId));
    return accountRows(workspace);
  }),
  testAccount: opened.settings.testAccount.handler(async ({ context: { workspace }, input }) =>
    unwrap(await testAccount(workspace, input.accountId)),
  ),
  printers: opened.settings.printers.handler(({ context: { workspace, session } }) =>
    readPrinters(workspace, session.knowledge.printerStates),
  ),
  addPrinter: opened.settings.addPrinter.handler(async ({ context: { workspace, session }, input }) => {
    unwrap(await addPrinter(workspace, input));
    return readPrinters(workspace, session.knowledge.printerStates);
  }),
  removePrinter: opened.settings.removePrinter.handler(async ({ context: { workspace, session }, input }) => {
    await removePrinter(workspace, input.uri);
    return readPrinters(workspace, session.knowledge.printerStates);
  }),
  backUp: opened.settings.backUp.handler(async ({ context: { workspace } }) => {
    const { file, header, isBoundToMachine } = unwrap(await backUpWorkspace(workspace, undefined));
    return { file, orders: header.orders, isBoundToMachine };
  }),
  divisions: opened.settings.divisions.handler(({ context: { workspace } }) => workspace.divisions),
};

export const settingsRouters = { settings: settingsRouter };
