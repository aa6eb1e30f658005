import type { SqliteDatabase } from '../../../electron/store/database/openDatabase.ts';

/** More rows like those there are: row `no` is like the `no`-th of them, but for the `changes`, which are SQL. */
export function multiplyRows(
  database: SqliteDatabase,
  table: string,
  key: string,
  count: number,
  changes: Readonly<Record<string, string>>,
): void {
  const names = (database.pragma(`table_info(${table})`) as { readonly name: string }[]).map(
    ({ name }) => name,
  );
  const values = names.map((name) => changes[name] ?? `first.${name}`);
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
    .all(table) as { readonly name: string; readonly sql: string }[];
  // Made again behind them: keeping them along would take most of the time.
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  database.exec(`
    create temp table kept as select row_number() over (order by ${key}) - 1 as place, * from ${table};
    create index temp.kept_place on kept(place);
    with recursive numbers(no) as (select 1 union all select no + 1 from numbers where no < ${count})
    insert into ${table} (${names.join(', ')})
      select ${values.join(', ')} from numbers
      join kept as first on first.place = no % (select count(*) from kept);
    drop table kept`);
  for (const { sql } of indexes) database.exec(sql);
  if (table === 'orders') noteAdded(database);
}

/** What the program writes along with new orders; the order of goods is found by the code of its item, else by its variant. */
function noteAdded(database: SqliteDatabase): void {
  const goodsKey = `upper(trim(case when coalesce(json_extract(value, '$.skuCode'), '') <> ''
    then json_extract(value, '$.skuCode') else coalesce(json_extract(value, '$.sku'), '') end))`;
  database.exec(`
    delete from order_totals;
    insert into order_totals (state, shipment_state, print_state, total)
      select state, coalesce(shipment_state, ''), coalesce(print_state, ''), count(*) from orders group by 1, 2, 3;
    insert or ignore into open_goods (order_id, goods_key, pieces)
      select orders.id, ${goodsKey}, orders.quantity from orders, json_each(orders.items_json)
      where orders.state = 'booked' and ${goodsKey} <> ''`);
}
