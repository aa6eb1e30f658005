import { describe, expect, test } from 'vitest';
import type { ChosenBy } from '../../../../shared/domain/bookingRule.ts';
import { reasonText } from '../../../../shared/text/ruleSentence.ts';

const why: ChosenBy = {
  by: 'rule',
  rulesVersion: 3,
  ruleId: 'r2',
  ruleNo: 2,
  matched: [
    { kind: 'place', text: '新疆维吾尔自治区', amount: null },
    { kind: 'weight', text: '', amount: 3200 },
    { kind: 'shop', text: '旗舰店', amount: null },
  ],
  share: null,
  compared: { lanes: 3, known: 3 },
  freightFen: 1280,
};

function say(language: 'zh-CN' | 'en', change: Partial<ChosenBy> = {}): string {
  return reasonText({ ...why, ...change }, language, (code) => `<${code}>`);
}

describe('why this carrier, in one line', () => {
  test('names the rule, what of the order fulfils it, and the freight', () => {
    expect(say('zh-CN')).toBe(
      '第 2 条规则：新疆维吾尔自治区、重 3.20 kg、店铺“旗舰店” · 3 种走法里运费最低 · 运费约 ¥12.80',
    );
    expect(say('en')).toBe(
      'Rule 2: 新疆维吾尔自治区, 3.20 kg, shop “旗舰店” · cheapest of 3 · freight about ¥12.80',
    );
  });

  test('an unknown freight is said to be unknown, and how many of the compared were', () => {
    expect(say('zh-CN', { freightFen: null, compared: { lanes: 3, known: 0 } })).toContain(
      '3 种走法的运费都未知，取第一种 · 运费未知',
    );
    expect(say('en', { compared: { lanes: 3, known: 2 } })).toContain('cheapest of 2 known, 1 more unknown');
  });

  test('a share on trial and a choice by hand are told', () => {
    const share = { experimentId: 'x', arm: 'new' as const, percent: 10 };
    expect(say('zh-CN', { share })).toContain('试用 10%，走新路线');
    expect(say('zh-CN', { by: 'manual', matched: [], compared: null, freightFen: 0 })).toBe(
      '人工指定 · 运费约 ¥0.00',
    );
  });

  test('a carrier the order asks for goes by its name, an amount on delivery in yuan', () => {
    const matched = [
      { kind: 'carrier' as const, text: 'SF', amount: null },
      { kind: 'cod' as const, text: '', amount: 9900 },
      { kind: 'value' as const, text: '', amount: 0 },
    ];
    expect(say('zh-CN', { matched })).toContain('订单要求<SF>、代收货款 ¥99.00、不保价');
  });
});
