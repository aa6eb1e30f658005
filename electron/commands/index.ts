import { accountBalanceCommand } from './accountBalanceCommand.ts';
import {
  accountAddCommand,
  accountListCommand,
  accountRemoveCommand,
  accountTestCommand,
} from './accountCommands.ts';
import { addressAskCommand } from './addressAskCommand.ts';
import {
  addressMemoryExportCommand,
  addressMemoryForgetCommand,
  addressMemoryListCommand,
} from './addressMemoryCommands.ts';
import { addressParseCommand } from './addressParseCommand.ts';
import { addressReachCommand } from './addressReachCommand.ts';
import { backupCommand } from './backupCommand.ts';
import {
  dictionaryAddCommand,
  dictionaryExportCommand,
  dictionaryRemoveCommand,
  dictionaryStatusCommand,
} from './dictionaryCommands.ts';
import { dispatchCommand } from './dispatchCommand.ts';
import { divisionsStatusCommand, divisionsUpdateCommand } from './divisionsCommands.ts';
import { doctorCommand } from './doctorCommand.ts';
import { exportCommand } from './exportCommand.ts';
import {
  freightImportCommand,
  freightListCommand,
  freightOfCommand,
  freightRemoveCommand,
  freightTemplateCommand,
} from './freightCommands.ts';
import { importCommand } from './importCommand.ts';
import { importsListCommand, importsUndoCommand } from './importsCommands.ts';
import type { Command } from './kit/command.ts';
import { labelRenderCommand } from './labelRenderCommand.ts';
import { noshipAddCommand, noshipListCommand, noshipRemoveCommand } from './noshipCommands.ts';
import { ordersChangesCommand } from './ordersChangesCommand.ts';
import {
  ordersCancelCommand,
  ordersEditCommand,
  ordersListCommand,
  ordersShowCommand,
} from './ordersCommands.ts';
import { ordersHoldCommand, ordersReleaseCommand } from './ordersHoldCommands.ts';
import { ordersMergeCommand, ordersSplitCommand, ordersUnmergeCommand } from './ordersMergeCommands.ts';
import { printCommand } from './printCommand.ts';
import { printerListCommand, printerTestCommand } from './printerCommands.ts';
import { restoreCommand } from './restoreCommand.ts';
import {
  rulesBackCommand,
  rulesExportCommand,
  rulesListCommand,
  rulesSetCommand,
  rulesTryCommand,
  rulesVersionsCommand,
} from './rulesCommands.ts';
import { rulesCompareCommand, rulesShareCommand } from './rulesShareCommands.ts';
import { shipCommand } from './shipCommand.ts';
import { slipCommand } from './slipCommand.ts';
import { trackCommand } from './trackCommand.ts';
import { watchCommand } from './watchCommand.ts';
import { waybillBindCommand } from './waybillBindCommand.ts';
import { writebackCommand } from './writebackCommand.ts';

/** Every command of the command line: one line each. */
export const commands: readonly Command[] = [
  shipCommand,
  importCommand,
  watchCommand,
  importsListCommand,
  importsUndoCommand,
  ordersListCommand,
  ordersShowCommand,
  ordersEditCommand,
  ordersCancelCommand,
  ordersHoldCommand,
  ordersReleaseCommand,
  ordersMergeCommand,
  ordersUnmergeCommand,
  ordersSplitCommand,
  ordersChangesCommand,
  dispatchCommand,
  waybillBindCommand,
  writebackCommand,
  exportCommand,
  printCommand,
  slipCommand,
  trackCommand,
  addressParseCommand,
  addressAskCommand,
  addressReachCommand,
  addressMemoryListCommand,
  addressMemoryForgetCommand,
  addressMemoryExportCommand,
  noshipListCommand,
  noshipAddCommand,
  noshipRemoveCommand,
  rulesListCommand,
  rulesTryCommand,
  rulesSetCommand,
  rulesExportCommand,
  rulesVersionsCommand,
  rulesBackCommand,
  rulesShareCommand,
  rulesCompareCommand,
  freightListCommand,
  freightTemplateCommand,
  freightImportCommand,
  freightRemoveCommand,
  freightOfCommand,
  labelRenderCommand,
  accountAddCommand,
  accountListCommand,
  accountTestCommand,
  accountRemoveCommand,
  accountBalanceCommand,
  printerListCommand,
  printerTestCommand,
  backupCommand,
  restoreCommand,
  dictionaryExportCommand,
  dictionaryAddCommand,
  dictionaryRemoveCommand,
  dictionaryStatusCommand,
  divisionsStatusCommand,
  divisionsUpdateCommand,
  doctorCommand,
];
