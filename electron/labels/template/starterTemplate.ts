import type {
  ElementTextStyle,
  LabelTemplateContent,
  LabelVariable,
  TemplateElement,
  TemplateSize,
} from '../../../shared/domain/printing/labelTemplate.ts';
import { merchantArea } from '../layout/labelZones.ts';

const plain: ElementTextStyle = {
  fontTenthMm: 29,
  isBold: false,
  align: 'left',
  vertical: 'top',
  isInverted: false,
};

/** Blank inside the frame, tenths of a millimetre. */
const pad = 12;

type Place = readonly [left: number, top: number, width: number, height: number];

function shown(
  variable: LabelVariable,
  [left, top, width, height]: Place,
  before: string,
  style: Partial<ElementTextStyle> = {},
): TemplateElement {
  return {
    id: variable,
    kind: 'variable',
    variable,
    before,
    after: '',
    left,
    top,
    width,
    height,
    condition: { when: 'always' },
    style: { ...plain, ...style },
  };
}

/** Goods on the left, the remark on the right: both narrow, for the area is as low as four lines. */
function internalStarter(): LabelTemplateContent {
  const { widthTenthMm, heightTenthMm } = merchantArea('60x40');
  const goodsWidth = Math.round(widthTenthMm * 0.65);
  const top = 5;
  const height = heightTenthMm - 2 * top;
  return {
    size: '60x40',
    elements: [
      shown('goods', [0, top, goodsWidth, height], '', { fontTenthMm: 27 }),
      shown('remark', [goodsWidth + pad, top, widthTenthMm - goodsWidth - pad, height], '备注：', {
        fontTenthMm: 27,
        isBold: true,
      }),
    ],
  };
}

/** What a new template starts from: order number and totals, goods, remark and the merchant's words. */
export function starterTemplate(size: TemplateSize): LabelTemplateContent {
  if (size === '60x40') return internalStarter();
  const { widthTenthMm, heightTenthMm } = merchantArea(size);
  const width = widthTenthMm - 2 * pad;
  const caption = 40;
  const left = heightTenthMm - caption - 16;
  const [goods, remark] = [Math.floor(left * 0.5), Math.floor(left * 0.25)];
  const countWidth = 200;
  const middle = { fontTenthMm: 25, vertical: 'middle' } as const;
  return {
    size,
    elements: [
      shown('orderNo', [pad, 0, width - countWidth - pad, caption], '订单 ', middle),
      shown('goodsCount', [pad + width - countWidth, 0, countWidth, caption], '', {
        ...middle,
        align: 'right',
      }),
      {
        id: 'rule',
        kind: 'line',
        left: 0,
        top: caption,
        width: widthTenthMm,
        height: 2,
        condition: { when: 'always' },
      },
      shown('goods', [pad, caption + 8, width, goods], ''),
      shown('remark', [pad, caption + 8 + goods, width, remark], '备注：', { isBold: true }),
      shown('merchantText', [pad, caption + 8 + goods + remark, width, left - goods - remark], ''),
    ],
  };
}
