import {
  accountAddCommand,
  accountLabelCommand,
  accountListCommand,
  accountRemoveCommand,
  accountTestCommand,
} from '../accounts/accounts.ts';
import { accountGoLiveCommand } from '../accounts/goLive.ts';
import {
  accountBalanceCommand,
  accountFallbackCommand,
  accountRateCommand,
  accountResumeCommand,
  accountStatusCommand,
} from '../accounts/lanes.ts';
import { waybillBindCommand } from '../booking/bind.ts';
import { callsListCommand, callsShowCommand } from '../booking/calls.ts';
import { dispatchCommand } from '../booking/dispatch.ts';
import {
  freightImportCommand,
  freightListCommand,
  freightOfCommand,
  freightRemoveCommand,
  freightTemplateCommand,
} from '../booking/freight.ts';
import { ordersExtraCommand, ordersRenumberCommand } from '../booking/parcels.ts';
import { pickupBookCommand, pickupCancelCommand, pickupListCommand } from '../booking/pickup.ts';
import { preflightCommand } from '../booking/preflight.ts';
import {
  rulesBackCommand,
  rulesCompareCommand,
  rulesExportCommand,
  rulesListCommand,
  rulesSetCommand,
  rulesShareCommand,
  rulesTryCommand,
  rulesVersionsCommand,
} from '../booking/rules.ts';
import {
  ordersAskCommand,
  ordersNotThereCommand,
  ordersUnshippedCommand,
  ordersUnsureCommand,
} from '../booking/unsure.ts';
import { addressAskCommand, addressReachCommand } from '../correcting/ask.ts';
import { divisionsStatusCommand, divisionsUpdateCommand } from '../correcting/divisions.ts';
import {
  addressMemoryExportCommand,
  addressMemoryForgetCommand,
  addressMemoryListCommand,
} from '../correcting/memory.ts';
import { noshipAddCommand, noshipListCommand, noshipRemoveCommand } from '../correcting/noShip.ts';
import { addressParseCommand } from '../correcting/parse.ts';
import {
  dictionaryAddCommand,
  dictionaryExportCommand,
  dictionaryRemoveCommand,
  dictionaryStatusCommand,
} from '../intake/dictionary.ts';
import { importCommand, importsListCommand, importsUndoCommand } from '../intake/import.ts';
import { watchCommand } from '../intake/watch.ts';
import {
  operatorsAddCommand,
  operatorsChangeCommand,
  operatorsCodeCommand,
  operatorsListCommand,
  operatorsRemoveCommand,
  operatorsRescueCommand,
} from '../operators/operators.ts';
import { ordersChangesCommand } from '../orders/changes.ts';
import { exportCommand } from '../orders/export.ts';
import { ordersMergeCommand, ordersSplitCommand, ordersUnmergeCommand } from '../orders/merge.ts';
import {
  ordersCancelCommand,
  ordersEditCommand,
  ordersHoldCommand,
  ordersListCommand,
  ordersReleaseCommand,
  ordersShowCommand,
} from '../orders/orders.ts';
import { labelRenderCommand } from '../printing/labelRender.ts';
import { printCommand } from '../printing/print.ts';
import { printerAddCommand, printerCalibrateCommand, printerFindCommand } from '../printing/printerSetup.ts';
import {
  printerListCommand,
  printerPaperCommand,
  printerRouteCommand,
  printerTestCommand,
} from '../printing/printers.ts';
import { handoverCommand, picklistCommand, slipCommand } from '../printing/receipts.ts';
import {
  labelTemplateDefaultCommand,
  labelTemplateExportCommand,
  labelTemplateListCommand,
  labelTemplateSaveCommand,
} from '../printing/templates.ts';
import {
  labelTrialCompareCommand,
  labelTrialEndCommand,
  labelTrialListCommand,
  labelTrialShareCommand,
  labelTrialStartCommand,
} from '../printing/trials.ts';
import { shipCommand } from '../ship/ship.ts';
import { trackCommand, trackPushCommand, trackSubscribeCommand } from '../tracking/track.ts';
import { backupCommand, restoreCommand } from '../workspace/backup.ts';
import { doctorCommand, versionCommand } from '../workspace/doctor.ts';
import { writebackCommand } from '../writeback/writeback.ts';
import type { Command } from './command.ts';

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
