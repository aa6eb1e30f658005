import type { IntakeCase } from '../intakeCase.ts';
import { qian, receiver, zhao } from '../people.ts';
import { columns, layOut, tabs, utf8 } from '../sheetBytes.ts';
import { fileOf } from './fileOf.ts';

const shopifyHeader = columns(
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Refunded Amount,Id,Tags,Source,Phone,Shipping Province Name',
);
const shopifyOrder = (name: string, person: typeof zhao) => ({
  Name: name,
  'Financial Status': 'paid',
  'Fulfillment Status': 'unfulfilled',
  'Created at': '2026-01-01 10:00:00 +0800',
  'Refunded Amount': '0.00',
  'Shipping Name': person.name,
  'Shipping Street': person.detail,
  'Shipping Address1': person.detail,
  'Shipping City': `${person.city}${person.district}`,
  'Shipping Zip': "'518000",
  'Shipping Country': 'CN',
  'Shipping Phone': person.phone,
  'Shipping Province': 'GD',
  'Shipping Province Name': person.province,
});
const goods = (name: string, article: string, sku: string, quantity: string) => ({
  Name: name,
  'Lineitem quantity': quantity,
  'Lineitem name': article,
  'Lineitem sku': sku,
  'Lineitem requires shipping': 'true',
});
const line = (name: string, article: string, sku: string, quantity: string) => ({
  ...goods(name, article, sku, quantity),
  'Lineitem fulfillment status': 'pending',
});

const withoutLineState = (file: ReturnType<typeof fileOf>) => ({
  ...file,
  mapping: file.mapping.filter((column) => !column.startsWith('Lineitem fulfillment status')),
});

const amazonHeader = columns(
  'order-id,order-item-id,purchase-date,payments-date,buyer-email,buyer-name,buyer-phone-number,sku,product-name,quantity-purchased,currency,item-price,ship-service-level,recepient-name,ship-address-1,ship-address-2,ship-address-3,ship-city,ship-state,ship-postal-code,ship-country,ship-phone-number,fulfilled-by,order-status',
);
const amazonRow = (last: number, item: number, change: Readonly<Record<string, string>>) => ({
  'order-id': `114-0000000-000000${last}`,
  'order-item-id': `9000000000000${item}`,
  'purchase-date': '2026-01-01T02:00:00+00:00',
  sku: 'TEA-250',
  'product-name': '样品绿茶',
  'quantity-purchased': '1',
  'ship-service-level': 'Standard',
  'recepient-name': zhao.name,
  'ship-address-1': zhao.detail,
  'ship-city': `${zhao.city}${zhao.district}`,
  'ship-state': zhao.province,
  'ship-country': 'CN',
  'ship-phone-number': zhao.phone,
  'order-status': 'Unshipped',
  ...change,
});

const wooHeader = columns(
  'Order Number,Order Date,Order Status,Customer Note,First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Phone (Billing),Item Name,SKU,Quantity,Item Cost',
);

export const foreignCases: readonly IntakeCase[] = [
  {
    name: 'shopify',
    about:
      'further lines of an order hold only its name and a line item; Name is the order; a cancelled order; nothing to ship',
    files: [
      {
        name: 'orders_export.csv',
        bytes: utf8(
          layOut(shopifyHeader, [
            { ...shopifyOrder('#1001', zhao), ...line('#1001', '样品绿茶', 'TEA-250', '2'), Notes: '快' },
            line('#1001', '样品马克杯', 'MUG-W', '1'),
            {
              ...shopifyOrder('#1002', qian),
              ...line('#1002', '样品绿茶', 'TEA-250', '1'),
              'Cancelled at': '2026-01-01 12:00:00 +0800',
            },
            {
              ...shopifyOrder('#1003', qian),
              ...line('#1003', '电子卡', 'GIFT', '1'),
              'Lineitem requires shipping': 'false',
            },
            {
              ...shopifyOrder('#1004', qian),
              ...line('#1004', '样品绿茶', 'TEA-250', '1'),
              'Financial Status': 'partially_refunded',
            },
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('orders_export.csv', 'shopify', 'csv', 'utf-8', 1, [5, 2, 1, 2, 2], 'shopify')],
      attention: [
        '4 #1002 IMPORT_ORDER_CLOSED status',
        '5 #1003 IMPORT_NOT_GOODS status',
        '6 #1004 IMPORT_STATUS_WAITING status',
      ],
      orders: [
        {
          no: '#1001',
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶||TEA-250×2; 样品马克杯||MUG-W×1',
          buyerRemark: '快',
        },
        { no: '#1004', state: 'needs-review' },
      ],
    },
  },
  {
    name: 'shopify-trimmed',
    about:
      'whoever trims the export to what is needed leaves out the state of the lines; that of the order is heard',
    files: [
      {
        name: 'orders_export.csv',
        bytes: utf8(
          layOut(
            shopifyHeader.filter((header) => header !== 'Lineitem fulfillment status'),
            [
              { ...shopifyOrder('#1011', zhao), ...goods('#1011', '样品绿茶', 'TEA-250', '1') },
              {
                ...shopifyOrder('#1012', qian),
                ...goods('#1012', '样品绿茶', 'TEA-250', '1'),
                'Fulfillment Status': 'fulfilled',
              },
              {
                ...shopifyOrder('#1013', qian),
                ...goods('#1013', '样品绿茶', 'TEA-250', '1'),
                Notes: 'please hold',
              },
            ],
          ),
        ),
      },
    ],
    expected: {
      files: [
        withoutLineState(
          fileOf('orders_export.csv', 'shopify', 'csv', 'utf-8', 1, [3, 2, 1, 1, 1], 'shopify'),
        ),
      ],
      attention: ['3 #1012 IMPORT_ALREADY_SHIPPED status', '4 #1013 IMPORT_BUYER_SAYS_WAIT buyerRemark'],
      orders: [
        { no: '#1011', state: 'ready', ...receiver(zhao), goods: '样品绿茶||TEA-250×1' },
        { no: '#1013', state: 'needs-review' },
      ],
    },
  },
  {
    name: 'amazon',
    about:
      'tab-separated text, the old misspelling recepient-name, lines that Amazon ships itself, two items of one order',
    files: [
      {
        name: 'orders.txt',
        bytes: tabs(
          layOut(amazonHeader, [
            amazonRow(1, 1, {}),
            amazonRow(1, 2, { sku: 'MUG-W', 'product-name': '样品马克杯' }),
            amazonRow(2, 3, { 'fulfilled-by': 'Amazon' }),
            amazonRow(3, 4, { 'order-status': 'Pending' }),
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('orders.txt', 'amazon', 'csv', 'utf-8', 1, [4, 1, 0, 2, 2], 'amazon')],
      attention: [
        '4 114-0000000-0000002 IMPORT_FULFILLED_BY_PLATFORM status',
        '5 114-0000000-0000003 IMPORT_ORDER_CLOSED status',
      ],
      orders: [
        {
          no: '114-0000000-0000001',
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶||TEA-250×1; 样品马克杯||MUG-W×1',
        },
      ],
    },
  },
  {
    name: 'woocommerce',
    about: 'first and last name in two columns',
    files: [
      {
        name: 'woo.csv',
        bytes: utf8(
          layOut(wooHeader, [
            {
              'Order Number': '5001',
              'Order Date': '2026-01-01 10:00',
              'Order Status': 'processing',
              'Customer Note': '快',
              'First Name (Shipping)': '样例',
              'Last Name (Shipping)': '赵',
              'Address 1&2 (Shipping)': zhao.detail,
              'City (Shipping)': `${zhao.province}${zhao.city}${zhao.district}`,
              'Phone (Billing)': zhao.phone,
              'Item Name': '样品绿茶',
              SKU: 'TEA-250',
              Quantity: '2',
            },
            {
              'Order Number': '5002',
              'Order Status': 'on-hold',
              'First Name (Shipping)': '样例',
              'Last Name (Shipping)': '钱',
              'Address 1&2 (Shipping)': qian.detail,
              'City (Shipping)': `${qian.province}${qian.city}${qian.district}`,
              'Phone (Billing)': qian.phone,
              'Item Name': '样品绿茶',
              SKU: 'TEA-250',
              Quantity: '1',
            },
          ]),
        ),
      },
    ],
    expected: {
      files: [fileOf('woo.csv', 'woocommerce', 'csv', 'utf-8', 1, [2, 2, 1, 0, 0], 'woocommerce')],
      attention: ['3 5002 IMPORT_STATUS_WAITING status'],
      orders: [
        {
          no: '5001',
          state: 'ready',
          ...receiver(zhao),
          goods: '样品绿茶||TEA-250×2',
          buyerRemark: '快',
        },
        { no: '5002', state: 'needs-review' },
      ],
    },
  },
];
