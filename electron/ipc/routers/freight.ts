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
import { does, opened, unwrap } from '../gate.ts';

const freightRouter = {
  tables: opened.freight.tables.handler(({ context: { workspace } }) => listPriceTables(workspace)),
  table: opened.freight.table.handler(async ({ context: { workspace }, input }) =>
    unwrap(await readPriceTable(workspace, input.id)),
  ),
  saveTable: opened.freight.saveTable.handler(async ({ context: { workspace }, input }) => {
    unwrap(await savePriceTable(workspace, input.table));
    return listPriceTables(workspace);
  }),
  removeTable: opened.freight.removeTable.handler(async ({ context: { workspace }, input }) => {
    unwrap(await removePriceTable(workspace, input.id));
    return listPriceTables(workspace);
  }),
  readFile: opened.freight.readFile.handler(async ({ context: { workspace }, input }) =>
    unwrap(await readPriceFile(workspace, input.path)),
  ),
  writeTemplate: opened.freight.writeTemplate.handler(async ({ context: { workspace } }) => {
    const { language } = await readSettings(workspace);
    return unwrap(await writePriceTemplate(workspace, { language, path: null, table: null }));
  }),
  writeFile: opened.freight.writeFile.handler(async ({ context: { workspace }, input }) => {
    const { language } = await readSettings(workspace);
    const table = input.table;
    return unwrap(await writePriceTemplate(workspace, { language, path: null, table }));
  }),
  readPlaces: opened.freight.readPlaces.handler(({ context: { workspace }, input }) =>
    readPlaceNames(workspace, input.names),
  ),
  try: opened.freight.try.handler(({ context: { workspace }, input }) =>
    tryPriceTable(workspace, input.table, input.days),
  ),
  ofOrder: opened.freight.ofOrder.handler(async ({ context: { workspace }, input }) =>
    unwrap(await freightOfOrder(workspace, input.orderId)),
  ),
  ask: opened.freight.ask.handler(does(askFreight)),
  askArrival: opened.freight.askArrival.handler(does(askArrival)),
};

export const freightRouters = { freight: freightRouter };
