import { plainLine } from '../kit/plainLine.ts';

/** The vendor forbids these nine in the values of ordering interfaces (article of 2025-11). */
const fullWidthOf: Readonly<Record<string, string>> = {
  "'": '＇',
  '"': '＂',
  '#': '＃',
  '&': '＆',
  '+': '＋',
  '<': '＜',
  '>': '＞',
  '%': '％',
  '\\': '＼',
};

/**
 * Text as KDNiao takes it: each forbidden character becomes its full-width twin, which reads the same on a label;
 * line breaks, control and invisible characters become one space. The length never grows.
 */
export function cleanText(text: string): string {
  return plainLine(text.replace(/['"#&+<>%\\]/g, (mark) => fullWidthOf[mark] ?? ' '));
}
