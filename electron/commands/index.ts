import { accountBalanceCommand } from './accountBalanceCommand.ts';
import {
  accountAddCommand,
  accountListCommand,
  accountRemoveCommand,
  accountTestCommand,
} from './accountCommands.ts';
import { accountGoLiveCommand } from './accountGoLiveCommand.ts';
import { accountLabelCommand } from './accountLabelCommand.ts';
import {
  accountFallbackCommand,
  accountRateCommand,
  accountResumeCommand,
  accountStatusCommand,
} from './accountLaneCommands.ts';
import { addressAskCommand } from './addressAskCommand.ts';
import {
  addressMemoryExportCommand,
  addressMemoryForgetCommand,
  addressMemoryListCommand,
} from './addressMemoryCommands.ts';
import { addressParseCommand } from './addressParseCommand.ts';
import { addressReachCommand } from './addressReachCommand.ts';
import { backupCommand } from './backupCommand.ts';
import { callsListCommand, callsShowCommand } from './callsCommands.ts';
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
import {
  labelTemplateDefaultCommand,
  labelTemplateExportCommand,
  labelTemplateListCommand,
  labelTemplateSaveCommand,
} from './labelTemplateCommands.ts';
import {
  labelTrialCompareCommand,
  labelTrialEndCommand,
  labelTrialListCommand,
  labelTrialShareCommand,
  labelTrialStartCommand,
} from './labelTrialCommands.ts';
import { noshipAddCommand, noshipListCommand, noshipRemoveCommand } from './noshipCommands.ts';
import {
  operatorsAddCommand,
  operatorsChangeCommand,
  operatorsListCommand,
  operatorsRemoveCommand,
} from './operatorsCommands.ts';
import { operatorsCodeCommand, operatorsRescueCommand } from './operatorsRescueCommands.ts';
import {
  ordersAskCommand,
  ordersNotThereCommand,
  ordersUnshippedCommand,
  ordersUnsureCommand,
} from './ordersBookingCommands.ts';
import { ordersChangesCommand } from './ordersChangesCommand.ts';
import {
  ordersCancelCommand,
  ordersEditCommand,
  ordersListCommand,
  ordersShowCommand,
} from './ordersCommands.ts';
import { ordersHoldCommand, ordersReleaseCommand } from './ordersHoldCommands.ts';
import { ordersMergeCommand, ordersSplitCommand, ordersUnmergeCommand } from './ordersMergeCommands.ts';
import { ordersExtraCommand, ordersRenumberCommand } from './ordersParcelCommands.ts';
import { pickupBookCommand, pickupCancelCommand, pickupListCommand } from './pickupCommands.ts';
import { preflightCommand } from './preflightCommand.ts';
import { printCommand } from './printCommand.ts';
import { printerListCommand, printerTestCommand } from './printerCommands.ts';
import { printerAddCommand, printerCalibrateCommand, printerFindCommand } from './printerSetupCommands.ts';
import { printerPaperCommand, printerRouteCommand } from './printRouteCommands.ts';
import { handoverCommand, picklistCommand, slipCommand } from './receiptCommands.ts';
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
import { trackCommand } from './trackCommand.ts';
import { trackPushCommand, trackSubscribeCommand } from './trackPushCommands.ts';
import { versionCommand } from './versionCommand.ts';
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
  ordersUnshippedCommand,
  ordersUnsureCommand,
  ordersAskCommand,
  ordersNotThereCommand,
  pickupBookCommand,
  pickupCancelCommand,
  pickupListCommand,
  ordersRenumberCommand,
  ordersExtraCommand,
  preflightCommand,
  dispatchCommand,
  callsListCommand,
  callsShowCommand,
  waybillBindCommand,
  writebackCommand,
  exportCommand,
  printCommand,
  slipCommand,
  picklistCommand,
  handoverCommand,
  trackCommand,
  trackSubscribeCommand,
  trackPushCommand,
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
  labelTemplateListCommand,
  labelTemplateExportCommand,
  labelTemplateSaveCommand,
  labelTemplateDefaultCommand,
  labelTrialListCommand,
  labelTrialStartCommand,
  labelTrialShareCommand,
  labelTrialEndCommand,
  labelTrialCompareCommand,
  accountAddCommand,
  accountListCommand,
  accountTestCommand,
  accountRemoveCommand,
  accountGoLiveCommand,
  accountStatusCommand,
  accountFallbackCommand,
  accountRateCommand,
  accountResumeCommand,
  accountBalanceCommand,
  accountLabelCommand,
  printerListCommand,
  printerTestCommand,
  printerFindCommand,
  printerAddCommand,
  printerCalibrateCommand,
  printerRouteCommand,
  printerPaperCommand,
  operatorsListCommand,
  operatorsAddCommand,
  operatorsChangeCommand,
  operatorsRemoveCommand,
  operatorsCodeCommand,
  operatorsRescueCommand,
  backupCommand,
  restoreCommand,
  dictionaryExportCommand,
  dictionaryAddCommand,
  dictionaryRemoveCommand,
  dictionaryStatusCommand,
  divisionsStatusCommand,
  divisionsUpdateCommand,
  doctorCommand,
  versionCommand,
];
