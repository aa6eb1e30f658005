import type { PriceTable } from '../../../shared/domain/freight.ts';
import { askArrival, askFreight, freightOfOrder } from '../../usecases/booking/choosing/askFreight.ts';
import {
  readPlaceNames,
  readPriceFile,
  writePriceTemplate,
} from '../../usecases/booking/choosing/priceFile.ts';
import {
  listPriceTables,
  readPriceTable,
  removePriceTable,
  savePriceTable,
} from '../../usecases/booking/choosing/priceTables.ts';
import { tryPriceTable } from '../../usecases/booking/choosing/tryPriceTable.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, doesThen, onWorkspace } from '../gate.ts';

async function writeFile(workspace: Workspace, table: PriceTable | null) {
  const { language } = await readSettings(workspace);
  return writePriceTemplate(workspace, { language, path: null, table });
}

const freightRouter = onWorkspace('freight', {
  tables: listPriceTables,
  table: does((workspace, { id }) => readPriceTable(workspace, id)),
  saveTable: doesThen((workspace, { table }) => savePriceTable(workspace, table), listPriceTables),
  removeTable: doesThen((workspace, { id }) => removePriceTable(workspace, id), listPriceTables),
  readFile: does((workspace, { path }) => readPriceFile(workspace, path)),
  writeTemplate: does((workspace) => writeFile(workspace, null)),
  writeFile: does((workspace, { table }) => writeFile(workspace, table)),
  readPlaces: (workspace, { names }) => readPlaceNames(workspace, names),
  try: (workspace, { table, days }) => tryPriceTable(workspace, table, days),
  ofOrder: does((workspace, { orderId }) => freightOfOrder(workspace, orderId)),
  ask: does(askFreight),
  askArrival: does(askArrival),
});

export const freightRouters = { freight: freightRouter };
