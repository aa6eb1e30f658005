import { describe, expect, it } from 'vitest';
import { headerSpellings } from '../../../../../electron/imports/profiles/headerSpellings.ts';
import { importProfiles } from '../../../../../electron/imports/profiles/importProfiles.ts';
import { normaliseHeader } from '../../../../../electron/imports/profiles/normaliseHeader.ts';
import {
  closedPattern,
  normaliseStatus,
  refundedPattern,
  statusWords,
} from '../../../../../electron/imports/profiles/statusWords.ts';
import { isCanonicalField } from '../../../../../electron/imports/recognition/headerDictionary.ts';
import { states as en } from '../../../../../shared/text/en/states.ts';
import { states as zhCN } from '../../../../../shared/text/zh-CN/states.ts';

describe('the header dictionary', () => {
  it('has 92 fields and 1037 spellings, and no spelling means two things', () => {
    const owners = new Map<string, string>();
    let count = 0;
    for (const [field, spellings] of Object.entries(headerSpellings)) {
      for (const spelling of spellings.split('|')) {
        count += 1;
        const key = normaliseHeader(spelling);
        expect(key).not.toBe('');
        expect(owners.get(key) ?? field).toBe(field);
        owners.set(key, field);
      }
    }
    expect(Object.keys(headerSpellings)).toHaveLength(92);
    expect(count).toBe(1037);
  });

  it.each([
    ['收货地址 ', '收货地址'],
    [' 用户购买手机号', '用户购买手机号'],
    ['商品总价（元）', '商品总价'],
    ['商品总价(元)', '商品总价'],
    ['\uFEFF订单号', '订单号'],
    ["'收件人", '收件人'],
    ['\n收件人\n', '收件人'],
    ['*收件方姓名', '收件方姓名'],
    ['*客戶訂單號', '客户订单号'],
    ['下单帐号', '下单账号'],
    ['数量（必填）\n填写整数', '数量'],
    ['Order ID', 'orderid'],
  ])('looks up %j as %s', (header, normalised) => {
    expect(normaliseHeader(header)).toBe(normalised);
  });
});

describe('the profiles', () => {
  it('have unique ids and name only fields of the dictionary', () => {
    const ids = importProfiles.map((profile) => profile.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['taobao', 'pinduoduo', 'douyin', 'jd', 'kuaishou', 'xiaohongshu', 'generic']) {
      expect(ids).toContain(id);
    }
    for (const profile of importProfiles) {
      for (const field of Object.values(profile.headers ?? {})) {
        expect(field === null || isCanonicalField(field)).toBe(true);
      }
    }
  });
});

describe('the status words', () => {
  it.each([zhCN, en])('know an order that has left by the word our own export gives it', ({ order }) => {
    for (const state of ['booked', 'packed', 'handed-over', 'in-transit', 'delivered'] as const)
      expect(statusWords.shipped, state).toContain(normaliseStatus(order[state]));
  });

  it('stand in one list only, written as they are compared', () => {
    const all = Object.values(statusWords).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const word of all) expect(normaliseStatus(word)).toBe(word);
  });

  it('no word that ships or was shipped is caught by a refusing pattern', () => {
    for (const word of [...statusWords.ship, ...statusWords.wait, ...statusWords.shipped]) {
      expect(closedPattern.test(word) || refundedPattern.test(word)).toBe(false);
    }
  });
});
