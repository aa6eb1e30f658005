import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { type LabelDocument, labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { cleanDocument } from '../../labels/layout/cleanDocument.ts';
import { maskForLabel } from '../../labels/maskForLabel.ts';
import { printerLanguages } from '../../printers/languages/index.ts';
import { renderJob } from '../../printers/renderJob.ts';
import { readWrittenTime } from '../../usecases/intake/writtenWords.ts';
import { type Command, report, tool, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { oneOf, required, usual, text as word, writtenInto } from '../main/word.ts';
import { readWrittenJson } from '../main/writtenJson.ts';
import { partyFile } from '../ship/sender.ts';

const say = phrases({
  rendered: [
    '已生成 {bytes} 字节，{widthDots}×{heightDots} 点。',
    '{bytes} bytes, {widthDots}×{heightDots} dots.',
  ],
  gap: [
    '{field} 里的 {codePoint} 面单画不出：纸上省去，或印成写着编号的方框。',
    '{codePoint} in {field} cannot be drawn: it is left out on paper, or printed as a box with its number.',
  ],
});

const text = z.string().default('');

/** As order files write it: without a zone it is Chinese time, as everything on a parcel is. Blank: now. */
const printMoment = z.string().transform((written, context) => {
  if (written.trim() === '') return null;
  const at = readWrittenTime(written);
  if (at !== null) return at;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** The order file of `label render`, as the command line's contract gives it. */
const orderFile = z.object({
  waybillNo: z.string().min(1),
  carrier: z.string().min(1),
  orderNo: text,
  sortCode: text,
  packageCode: text,
  packageName: text,
  sender: partyFile,
  receiver: partyFile,
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
  printTime: z.union([printMoment, z.number()]).nullable().default(null),
});

type OrderFile = z.infer<typeof orderFile>;

function labelParty({ mobile, phone, extension, town, detail, ...rest }: z.infer<typeof partyFile>) {
  const number = mobile === '' ? phone : mobile;
  return { ...rest, phone: extension === '' ? number : `${number}-${extension}`, detail: town + detail };
}

function documentOf({ printTime, sender, receiver, ...order }: OrderFile, now: number): LabelDocument {
  return maskForLabel({
    ...order,
    carrierName: carrierName(order.carrier, 'zh-CN'),
    sender: labelParty(sender),
    receiver: labelParty(receiver),
    printedAt: printTime ?? now,
    serial: null,
    reprintNo: 0,
    isPractice: order.waybillNo.startsWith('TEST'),
  });
}

async function readOrder(file: string): Promise<Outcome<OrderFile>> {
  const content = await readWrittenJson(file);
  if (content === undefined) return failure('LABEL_FILE_UNREADABLE', { file });
  const parsed = orderFile.safeParse(content);
  if (parsed.success) return done(parsed.data);
  return failure('LABEL_FILE_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

const pictures = ['png'];
const formats = [...printerLanguages.map(({ id }) => id), ...pictures];
const encodings = printerLanguages.flatMap((printed) => printed.encodings).join('|');

export const labelRenderCommands: readonly Command[] = [
  tool({
    name: 'label render',
    zh: '不打开工作区，生成一张面单',
    en: 'render one label without a workspace',
    access: 'anybody',
    options: {
      order: required(word('FILE.json')),
      // Every command has `--lang` for its own words; here it names the printer's.
      lang: required(oneOf(formats)),
      dpi: usual(oneOf(['203', '300']), '203'),
      size: usual(oneOf(labelSizes), '76x130'),
      enc: word(encodings),
      out: required(writtenInto(word('FILE'))),
    },
    async run({ language, parts, options: { order: file, lang, dpi, size, enc, out } }) {
      const order = unwrap(await readOrder(file));
      const { clock, fonts: readFonts } = await parts();
      const document = documentOf(order, clock.now());
      const target = {
        // The picture is the same in every language.
        language: pictures.includes(lang) ? (printerLanguages[0]?.id ?? '') : lang,
        dpi: dpi === '300' ? (300 as const) : (203 as const),
        size,
        ...(enc === undefined ? {} : { encoding: enc.toLowerCase() }),
      };
      const fonts = readFonts();
      const rendered = unwrap(renderJob(document, target, fonts));
      const { png, printed } = rendered;
      const content = lang === 'png' ? png() : rendered.bytes;
      await writeFile(out, content, { mode: 0o600 });
      const { widthDots, heightDots } = printed();
      const drawn = { bytes: content.length, widthDots, heightDots };
      const { gaps } = cleanDocument(document, fonts);
      return report({ ...drawn, gaps }, [
        say(language, 'rendered', drawn),
        ...gaps.map((gap) => say(language, 'gap', { ...gap })),
      ]);
    },
  }),
];
