import { freightContracts } from '../../../shared/contracts/freight.ts';
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
import { does, doesThen, gateOf, unwrap } from '../gate.ts';
import { pathOf, writesFile } from '../pageFiles.ts';

const { onWorkspace } = gateOf(freightContracts);

async function writeFile(workspace: Workspace, table: PriceTable | null) {
  const { language } = await readSettings(workspace);
  return unwrap(await writePriceTemplate(workspace, { language, path: null, table }));
}

const freightRouter = onWorkspace('freight', {
  tables: listPriceTables,
  table: does((workspace, { id }) => readPriceTable(workspace, id)),
  saveTable: doesThen((workspace, { table }) => savePriceTable(workspace, table), listPriceTables),
  removeTable: doesThen((workspace, { id }) => removePriceTable(workspace, id), listPriceTables),
  async readFile(workspace, { fileToken }, call) {
    return unwrap(await readPriceFile(workspace, await pathOf(call, fileToken, 'prices')));
  },
  writeTemplate: writesFile((workspace) => writeFile(workspace, null)),
  writeFile: writesFile((workspace, { table }: { readonly table: PriceTable }) =>
    writeFile(workspace, table),
  ),
  readPlaces: (workspace, { names }) => readPlaceNames(workspace, names),
  try: (workspace, { table, days }) => tryPriceTable(workspace, table, days),
  ofOrder: does((workspace, { orderId }) => freightOfOrder(workspace, orderId)),
  ask: does(askFreight),
  askArrival: does(askArrival),
});

export const freightRouters = { freight: freightRouter };
