import { carrierList } from '../../../shared/domain/carriers/carrierTable.ts';
import { mayDo } from '../../../shared/domain/operator.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { addAccount, removeAccount, testAccount } from '../../usecases/accounts/accounts.ts';
import { carrierFieldsOf, platformView } from '../../usecases/accounts/platforms.ts';
import { addPrinter, readPrinters, removePrinter } from '../../usecases/printing/printers.ts';
import { backUpWorkspace } from '../../usecases/workspace/backup.ts';
import { changeSettings, readSettings, type Settings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, toError, unwrap } from '../gate.ts';
import { accountView } from '../views.ts';

async function accountRows(workspace: Workspace) {
  const { read } = workspace.store;
  const accounts = await read.accounts.all();
  return Promise.all(
    accounts.map(async (account) => accountView(account, await read.shipments.countUnfinished(account.id))),
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

export const settingsRouter = {
  get: gate.settings.get.handler(async ({ context, errors }) =>
    readSettings(unwrap(errors, context.session.workspace())),
  ),
  set: gate.settings.set.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const isFree = Object.keys(input).every((key) => freeSettings.includes(key));
    if (!isFree && !mayDo(workspace.actor, 'changeSettings'))
      throw toError(errors, failure('OPERATOR_RIGHT_MISSING', { right: 'changeSettings' }));
    return unwrap(errors, await changeSettings(workspace, input as Partial<Settings>));
  }),
  platforms: gate.settings.platforms.handler(({ context, errors }) =>
    platformsFirstReal(unwrap(errors, context.session.workspace())).map(platformView),
  ),
  carrierFields: gate.settings.carrierFields.handler(({ context, input, errors }) =>
    carrierFieldsOf(unwrap(errors, context.session.workspace()).platforms, input),
  ),
  carriers: gate.settings.carriers.handler(() =>
    carrierList.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
  ),
  accounts: gate.settings.accounts.handler(({ context, errors }) =>
    accountRows(unwrap(errors, context.session.workspace())),
  ),
  addAccount: gate.settings.addAccount.handler(async ({ context, input, errors }) =>
    accountView(unwrap(errors, await addAccount(unwrap(errors, context.session.workspace()), input)), 0),
  ),
  removeAccount: gate.settings.removeAccount.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await removeAccount(workspace, input.accountId));
    return accountRows(workspace);
  }),
  testAccount: gate.settings.testAccount.handler(async ({ context, input, errors }) => ({
    ...unwrap(errors, await testAccount(unwrap(errors, context.session.workspace()), input.accountId)),
  })),
  printers: gate.settings.printers.handler(({ context, errors }) =>
    readPrinters(unwrap(errors, context.session.workspace()), context.session.knowledge.printerStates),
  ),
  addPrinter: gate.settings.addPrinter.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await addPrinter(workspace, input));
    return readPrinters(workspace, context.session.knowledge.printerStates);
  }),
  removePrinter: gate.settings.removePrinter.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    await removePrinter(workspace, input.uri);
    return readPrinters(workspace, context.session.knowledge.printerStates);
  }),
  backUp: gate.settings.backUp.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { file, header, isBoundToMachine } = unwrap(errors, await backUpWorkspace(workspace, undefined));
    return { file, orders: header.orders, isBoundToMachine };
  }),
  divisions: gate.settings.divisions.handler(({ context, errors }) => {
    const { version, date, refusedUpdate } = unwrap(errors, context.session.workspace()).divisions;
    return { version, date, refusedUpdate };
  }),
};
