import type { z } from 'zod';
import type { GreyArm } from '../bookingRule.ts';
import type { DeepReadonly } from '../fields.ts';
import { type LabelSize, labelSizes } from './labelDocument.ts';
import type { labelTemplateContentSchema } from './labelTemplateSchema.ts';

/**
 * What a template may print of a label, a closed list. The receiver's name comes masked, as on the rest of the label.
 * `goods` is one article a line, `goodsCount` `共 2 种 3 件`, `serial` `3/120`, `parcel` `2/5`, `reprintMark` `补打1`,
 * amounts `¥128.00`; each is empty where the label has no such thing.
 */
export const labelVariables = [
  'orderNo',
  'waybillNo',
  'shop',
  'goods',
  'goodsCount',
  'remark',
  'merchantText',
  'serial',
  'parcel',
  'printTime',
  'printDate',
  'carrierName',
  'productName',
  'sortCode',
  'packageName',
  'receiverName',
  'codAmount',
  'insuredAmount',
  'reprintMark',
] as const;
export type LabelVariable = (typeof labelVariables)[number];

/** One version of a template: what is in the merchant area of a label. */
export type LabelTemplateContent = DeepReadonly<z.infer<typeof labelTemplateContentSchema>>;
export type TemplateElement = LabelTemplateContent['elements'][number];
export type ElementCondition = TemplateElement['condition'];
export type ElementTextStyle = Extract<TemplateElement, { kind: 'text' }>['style'];
/** What a barcode or QR code carries. */
export type CodeSource = Extract<TemplateElement, { kind: 'qr' }>['source'];
export type TemplateElementKind = TemplateElement['kind'];

/** Every size has a merchant area: on express labels the contents, on the internal label the goods. */
export const templateSizes = labelSizes;
export type TemplateSize = LabelSize;

/** A template for express labels says nothing about the internal one, nor the other way round. */
export function fitsSize(content: Pick<LabelTemplateContent, 'size'>, size: LabelSize): boolean {
  return (content.size === '60x40') === (size === '60x40');
}

/** Which template a label is printed with: a reprint shows the version of the first print. */
export interface LabelTemplateRef {
  readonly templateId: string;
  readonly version: number;
}

/** A black-and-white picture: rows top down, most significant bit = left, 1 prints, rows padded with 0. */
export interface LogoPicture {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

/** A version with the pictures it shows: all that is needed to draw it. */
export interface DrawableTemplate {
  readonly content: LabelTemplateContent;
  readonly logos: ReadonlyMap<string, LogoPicture>;
}

/** Most elements of a template and most dots of a logo's side: 1,200 dots are 100 mm at 300 dpi. */
export const templateLimits = { elements: 60, textLength: 500, logoSideDots: 1_200 } as const;

/** What is wrong with an element as it is drawn now. The label is printed all the same; the merchant decides. */
export const templateProblems = [
  /** Does not fit at the smallest size and ends with `…`. */
  'text-cut',
  /** Characters the label font lacks are drawn as `□`. */
  'glyph-missing',
  /** Bars or modules would be too thin to scan: the content is printed as text instead. */
  'code-too-large',
  /** A code holds printable ASCII characters only: the content is printed as text instead. */
  'code-content',
  /** Reaches over the edge of the merchant area; what is outside is not drawn. */
  'outside',
  'logo-missing',
] as const;
export type TemplateProblem = (typeof templateProblems)[number];

export interface ElementProblem {
  readonly elementId: string;
  readonly problem: TemplateProblem;
}

/**
 * A share of the new labels of one size is printed with another template, or another version of one, to compare the two.
 * Both ways are fixed versions: what is saved while it runs changes neither. One a size at a time.
 */
export interface LabelTrial {
  readonly id: string;
  readonly size: TemplateSize;
  /** null: the standard layout. */
  readonly old: LabelTemplateRef | null;
  readonly new: LabelTemplateRef;
  /** 0..100; 0 and 100 hold at any time. */
  readonly percent: number;
  /** UTC ms; outside of both every label is printed the old way. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** `all-old` and `all-new`: 0 and 100 %. `over`: its time is up, nobody said yet which way stays. */
export const labelTrialStates = ['planned', 'running', 'over', 'all-old', 'all-new', 'ended'] as const;
export type LabelTrialState = (typeof labelTrialStates)[number];

/** How a label was printed. */
export interface PrintedTemplate {
  /** null: the standard layout. */
  readonly ref: LabelTemplateRef | null;
  /** The trial it counts for; null: none ran. */
  readonly trial: { readonly id: string; readonly arm: GreyArm } | null;
}
