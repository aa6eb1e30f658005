import { shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { inNumber } from '../../../shared/text/inNumber.ts';

type Params = Readonly<Record<string, unknown>>;

/**
 * Sentences of one topic, Chinese and English side by side; `{name}` is replaced by a parameter, `{count|order|orders}` by the word for
 * that count.
 */
export function phrases<const Key extends string>(
  pairs: Readonly<Record<Key, readonly [zh: string, en: string]>>,
) {
  return (language: Language, key: Key, params: Params = {}): string => {
    const template: string = pairs[key][language === 'en' ? 1 : 0];
    return inNumber(template, params).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    });
  };
}

/** A moment on the clock of the shop, `2026-01-02 09:30`, as the window and every paper show it; machines read ISO 8601. */
export const localTime = shopMinute;

/** A moment for machines: ISO 8601 with zone; null stays null. */
export function isoTime(at: number): string;
export function isoTime(at: number | null): string | null;
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The word for an empty list. */
export const nothing = (language: Language): string => (language === 'en' ? 'none' : '无');

/** What is said of something, behind its name: `订单 A1：…`, `order A1: …`. */
export const saidOf = (head: string, text: string, language: Language): string =>
  // A sentence that begins with its heading would say it twice.
  text.startsWith(head) ? text : `${head}${language === 'en' ? ': ' : '：'}${text}`;
