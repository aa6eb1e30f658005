import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { type LabelBitmap, type LabelDocument, labelSizes } from '../../../shared/domain/labelDocument.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { encodePdf } from '../../labels/encodePdf.ts';
import { maskForLabel } from '../../labels/maskForLabel.ts';
import { renderJob } from '../../printers/renderJob.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';

const text = z.string().default('');
const party = z.object({
  name: text,
  mobile: text,
  phone: text,
  extension: text,
  province: text,
  city: text,
  district: text,
  town: text,
  detail: text,
});

/** The order file of `label render`, as the command line's contract gives it. */
const orderFile = z.object({
  waybillNo: z.string().min(1),
  carrier: z.string().min(1),
  orderNo: text,
  sortCode: text,
  packageCode: text,
  packageName: text,
  sender: party,
  receiver: party,
  goods: z
    .array(z.object({ name: z.string(), quantity: z.number().int().positive().default(1) }))
    .default([]),
  remark: text,
  merchantText: text,
  shop: text,
  productName: text,
  codAmountFen: z.number().int().min(0).default(0),
  insuredValueFen: z.number().int().min(0).default(0),
  hasReturnReceipt: z.boolean().default(false),
  parcel: z
    .object({
      no: z.number().int().positive(),
      total: z.number().int().positive(),
      motherWaybillNo: z.string().min(1),
    })
    .nullable()
    .default(null),
  printTime: z.union([z.string(), z.number()]).optional(),
});

type OrderFile = z.infer<typeof orderFile>;

function labelParty({
  name,
  mobile,
  phone,
  extension,
  province,
  city,
  district,
  town,
  detail,
}: z.infer<typeof party>) {
  const number = mobile === '' ? phone : mobile;
  return {
    name,
    phone: extension === '' ? number : `${number}-${extension}`,
    province,
    city,
    district,
    detail: town + detail,
  };
}

/** A time without a zone is Chinese time, as everything on a parcel is. */
function readPrintTime(printTime: OrderFile['printTime'], now: number): number {
  if (printTime === undefined) return now;
  if (typeof printTime === 'number') return printTime;
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(printTime);
  const at = Date.parse(hasZone ? printTime : `${printTime.trim().replace(' ', 'T')}+08:00`);
  return Number.isNaN(at) ? now : at;
}

function documentOf(order: OrderFile, now: number): LabelDocument {
  return maskForLabel({
    carrier: order.carrier,
    carrierName: carrierName(order.carrier, 'zh-CN'),
    waybillNo: order.waybillNo,
    orderNo: order.orderNo,
    sortCode: order.sortCode,
    packageCode: order.packageCode,
    packageName: order.packageName,
    sender: labelParty(order.sender),
    receiver: labelParty(order.receiver),
    goods: order.goods,
    remark: order.remark,
    merchantText: order.merchantText,
    shop: order.shop,
    productName: order.productName,
    codAmountFen: order.codAmountFen,
    insuredValueFen: order.insuredValueFen,
    hasReturnReceipt: order.hasReturnReceipt,
    parcel: order.parcel,
    printedAt: readPrintTime(order.printTime, now),
    serial: null,
    reprintNo: 0,
    isPractice: order.waybillNo.startsWith('TEST'),
  });
}

async function readOrder(path: string): Promise<Outcome<OrderFile>> {
  try {
    const parsed = orderFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (parsed.success) return done(parsed.data);
    return failure('LABEL_FILE_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  } catch {
    return failure('LABEL_FILE_INVALID', { field: path });
  }
}

function readDpi(text: string): LabelBitmap['dpi'] | null {
  if (text === '203') return 203;
  return text === '300' ? 300 : null;
}

const isPicture = (language: string) => language === 'png' || language === 'pdf';

/** Renders one label without a workspace. */
export const labelRenderCommand: Command = {
  name: 'label render',
  usage:
    '--order FILE.json --lang tspl|zpl|cpcl|escpos|png|pdf [--dpi 203|300] [--size 76x130|100x150|100x180|60x40] [--enc z64|acs|hex] --out FILE',
  does: { 'zh-CN': '不打开工作区，生成一张面单', en: 'render one label without a workspace' },
  options: {
    order: { type: 'string' },
    dpi: { type: 'string' },
    size: { type: 'string' },
    enc: { type: 'string' },
    out: { type: 'string' },
  },
  async run(context) {
    const [file, out, language] = [context.text('order'), context.text('out'), context.text('lang')];
    const dpi = readDpi(context.text('dpi') ?? '203');
    const size = labelSizes.find((known) => known === (context.text('size') ?? '76x130'));
    const isComplete = file !== undefined && out !== undefined && language !== undefined;
    if (!isComplete || dpi === null || size === undefined)
      return failure('USAGE', { detail: `label render ${labelRenderCommand.usage}` });
    const order = await readOrder(file);
    if (!order.ok) return order;
    const document = documentOf(order.value, context.parts.clock.now());
    const encoding = context.text('enc')?.toLowerCase();
    const target = {
      language: isPicture(language) ? 'tspl' : language,
      dpi,
      size,
      ...(encoding === undefined ? {} : { encoding }),
    };
    const rendered = renderJob(document, target, context.parts.fonts());
    if (!rendered.ok) return rendered;
    const { bytes, png, bitmap } = rendered.value;
    const content = language === 'png' ? png : language === 'pdf' ? encodePdf(bitmap) : bytes;
    await writeFile(out, content, { mode: 0o600 });
    const { widthDots, heightDots } = bitmap;
    return done({
      exitCode: 0,
      json: { bytes: content.length, widthDots, heightDots },
      human: [
        commandText(context.language, 'rendered', {
          bytes: content.length,
          width: widthDots,
          height: heightDots,
        }),
      ],
    });
  },
};
