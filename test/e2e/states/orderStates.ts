import { sampleOrders } from '../../doubles/page/pageSample.ts';
import {
  type Act,
  click,
  clickText,
  inTurn,
  place,
  press,
  rowsAt,
  type State,
  seenAt,
  type,
} from './stateActs.ts';

const mayBook = seenAt('.desk .button-primary:not(:disabled)');
/** All that is ready, looked at and sent. */
const bookAll = [
  mayBook,
  press('Control+Enter'),
  seenAt('.verdict-go, .preflight-foot'),
  press('Control+Enter'),
] as const;
const mayImport = inTurn(seenAt('.map-header'), seenAt('.shell-main .button-primary:not(:disabled)'));
const readyOrder = [rowsAt(4), click('.table-body .row'), seenAt('.detail .facts')] as const;
/** A file dropped on a screen, as the system would. */
const dropped =
  (file: string, digit = 2): Act =>
  async (page) => {
    await place(digit)(page);
    await page.waitForTimeout(300);
    await page.evaluate((name) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], name));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      (document.querySelector('.import-files') ?? document.querySelector('.shell-main'))?.dispatchEvent(drop);
    }, file);
    await page.waitForTimeout(600);
  };

/** The first booked order of a carrier, about to be booked anew. */
const rebook = (carrier: RegExp): Act =>
  inTurn(
    rowsAt(4),
    clickText(/^(已取号|Booked)/),
    async (page) => {
      const row = page.locator('.table-body .row', { hasText: carrier }).first();
      // On a small page it is further down.
      for (let down = 0; down < 40 && (await row.count()) === 0; down += 1) {
        await page.locator('.table-body').evaluate((list) => list.closest('.table')?.scrollBy(0, 136));
        await page.waitForTimeout(100);
      }
      await row.click();
    },
    seenAt('.detail .facts'),
    press('e'),
    seenAt('.dialog form'),
  );
/** Its buyer lives elsewhere now. */
const moved = [
  (page) =>
    page
      .getByLabel(/^(详细地址|Street address)/)
      .last()
      .fill('样板大道 9 号'),
  clickText(/^(买家改地址|Buyer moved)/),
  press('Enter'),
] as const satisfies readonly Act[];

/** From the file to the booked order: Today, Import, Correct and Ship. */
export const orderStates: readonly State[] = [
  { name: 'today' },
  { name: 'today-alarm', query: 'alarms=1' },
  { name: 'today-many', query: 'orders=20000' },
  { name: 'today-calm', query: 'orders=0' },
  { name: 'first-steps', query: 'fresh=1' },
  { name: 'import', act: place(2) },
  { name: 'import-empty', query: 'fresh=1', act: place(2) },
  { name: 'changes', act: inTurn(place(2), seenAt('.import-history'), press('v'), seenAt('.change-detail')) },
  { name: 'correct', act: place(3) },
  {
    name: 'correct-region',
    query: 'regionOpen=1',
    act: inTurn(
      place(3),
      seenAt('.filter-chip'),
      clickText(/^(同名地区|Several places fit)/),
      seenAt('.candidate'),
      press('Enter'),
    ),
  },
  {
    name: 'correct-chosen',
    act: inTurn(
      place(3),
      seenAt('.filter-chip'),
      clickText(/^(同名地区|Several places fit)/),
      seenAt('.candidate'),
      press('2'),
    ),
  },
  { name: 'correct-note', query: 'noteTelling=1', act: place(3) },
  { name: 'correct-empty', query: 'fresh=1', act: place(3) },
  { name: 'ship', act: rowsAt(4) },
  { name: 'ship-row', act: inTurn(place(4), click('.table-body .row')) },
  {
    name: 'ship-unsure',
    act: inTurn(place(4), click('.filter-chip.filter-unsure'), click('.table-body .row')),
  },
  { name: 'ship-empty', query: 'fresh=1', act: inTurn(place(4), seenAt('.empty-state')) },
  {
    name: 'ship-filtered-away',
    act: inTurn(
      rowsAt(4),
      press('/'),
      seenAt('.search-field input:focus'),
      type('没有这样的订单'),
      seenAt('.empty-state'),
    ),
  },
  {
    name: 'ship-search-limit',
    query: 'orders=7000',
    act: inTurn(
      rowsAt(4),
      press('/'),
      seenAt('.search-field input:focus'),
      type(sampleOrders(1, 0)[0]?.orderNo.slice(0, 2) ?? ''),
    ),
  },
  { name: 'ship-waiting', query: 'silent=orders.window,orders.counts', act: place(4) },
  {
    name: 'ship-stale',
    act: inTurn(rowsAt(4), (page) =>
      page.evaluate(`window.page.break('orders.window'); window.page.tell('orders')`),
    ),
  },
  { name: 'ship-run', query: 'orders=400', act: inTurn(place(4), ...bookAll) },
  {
    name: 'ship-run-ended',
    query: 'orders=12',
    act: inTurn(
      rowsAt(4),
      click('.table-body .row .cell-tick'),
      seenAt('.desk .button-primary:not(:disabled)'),
      press('Control+Enter'),
      seenAt('.verdict-go, .preflight-foot'),
      press('Control+Enter'),
      seenAt('.run > .line > .state-mark'),
    ),
  },
  {
    name: 'ship-as-ordered',
    act: inTurn(
      place(4),
      mayBook,
      // Until the last is drawn another one may be the first.
      (page) => page.locator('.desk .ant-select').nth(2).waitFor(),
      click('.desk .ant-select'),
      press('ArrowDown'),
      press('Enter'),
    ),
  },
  { name: 'ship-manual', act: inTurn(rowsAt(4), press('n')) },
  { name: 'ship-unused', act: inTurn(rowsAt(4), press('u')) },
  { name: 'ship-merge', act: inTurn(rowsAt(4), press('g')) },
  { name: 'ship-write-back', act: inTurn(rowsAt(4), press('b'), seenAt('.write-back-rows')) },
  { name: 'ship-edit', act: inTurn(...readyOrder, press('e')) },
  { name: 'ship-rebook', act: rebook(/申通|STO/) },
  // The platform keeps the number; its answer is lost.
  { name: 'ship-rebook-kept', act: inTurn(rebook(/顺丰|SF/), ...moved, seenAt('.dialog .notice')) },
  { name: 'ship-rebook-unsure', act: inTurn(rebook(/圆通|YTO/), ...moved, seenAt('.dialog .notice')) },
  { name: 'ship-hold', act: inTurn(...readyOrder, press('h')) },
  { name: 'ship-revealed', query: 'operator=manager', act: inTurn(...readyOrder, press('i')) },
  {
    name: 'preflight',
    query: 'orders=40',
    act: inTurn(place(4), mayBook, press('Control+Enter'), seenAt('.preflight-body, .preflight-passed')),
  },
  { name: 'import-mapping', act: dropped('订单.xlsx') },
  { name: 'import-running', act: inTurn(dropped('订单.xlsx'), mayImport, press('Enter')) },
  {
    name: 'import-summary',
    act: inTurn(dropped('订单.xlsx'), mayImport, press('Enter'), seenAt('.figures')),
  },
  {
    name: 'known-file',
    act: inTurn(dropped('订单.xlsx', 1), seenAt('.known-strip .button-primary:not(:disabled)')),
  },
];
