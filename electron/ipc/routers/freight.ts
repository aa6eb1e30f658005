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
import { gate, unwrap } from '../gate.ts';
import { mutable } from '../views.ts';

export const freightRouter = {
  tables: gate.freight.tables.handler(({ context, errors }) =>
    listPriceTables(unwrap(errors, context.session.workspace())),
  ),
  table: gate.freight.table.handler(async ({ context, input, errors }) =>
    mutable(unwrap(errors, await readPriceTable(unwrap(errors, context.session.workspace()), input.id))),
  ),
  saveTable: gate.freight.saveTable.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await savePriceTable(workspace, input.table as PriceTable));
    return listPriceTables(workspace);
  }),
  removeTable: gate.freight.removeTable.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await removePriceTable(workspace, input.id));
    return listPriceTables(workspace);
  }),
  readFile: gate.freight.readFile.handler(async ({ context, input, errors }) =>
    mutable(unwrap(errors, await readPriceFile(unwrap(errors, context.session.workspace()), input.path))),
  ),
  writeTemplate: gate.freight.writeTemplate.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { language } = await readSettings(workspace);
    return unwrap(errors, await writePriceTemplate(workspace, { language, path: null, table: null }));
  }),
  writeFile: gate.freight.writeFile.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { language } = await readSettings(workspace);
    const table = input.table as PriceTable;
    return unwrap(errors, await writePriceTemplate(workspace, { language, path: null, table }));
  }),
  readPlaces: gate.freight.readPlaces.handler(async ({ context, input, errors }) =>
    mutable(await readPlaceNames(unwrap(errors, context.session.workspace()), input.names)),
  ),
  try: gate.freight.try.handler(async ({ context, input, errors }) =>
    mutable(
      await tryPriceTable(unwrap(errors, context.session.workspace()), input.table as PriceTable, input.days),
    ),
  ),
  ofOrder: gate.freight.ofOrder.handler(async ({ context, input, errors }) =>
    mutable(unwrap(errors, await freightOfOrder(unwrap(errors, context.session.workspace()), input.orderId))),
  ),
  ask: gate.freight.ask.handler(async ({ context, input, errors }) =>
    mutable(unwrap(errors, await askFreight(unwrap(errors, context.session.workspace()), input))),
  ),
  askArrival: gate.freight.askArrival.handler(async ({ context, input, errors }) =>
    mutable(unwrap(errors, await askArrival(unwrap(errors, context.session.workspace()), input))),
  ),
};
