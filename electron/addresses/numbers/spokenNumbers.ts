import { Gate } from '../text/gate.ts';

const digits = '零〇幺么一二两三四五六七八九';
const values = '00111223456789';
const digit = `[${digits}]`;
/** 幺三八七幺零零二三四五 and 一三九 九二零零 三三一一: eleven of them, as a mobile begins. */
const mobile = `(?<!${digit})[一幺么] ?[三四五六七八九](?: ?${digit}){9}(?! ?${digit})`;
/** 电话零二二二八三五一一九六: behind the word for a telephone, with its area code. */
const landline = `(?<=(?:电话|座机|固话|号码)[是:： ]{0,2})[零〇] ?[一幺么二两三四五六七八九](?: ?${digit}){8,10}(?! ?${digit})`;
const spoken = new RegExp(`${mobile}|${landline}`, 'g');
const spokenGate = new Gate('一幺么零〇');

/** 138O5361234, l3929810046: a mobile as a scan reads it, eleven signs with a letter among them. */
const scanned = /(?<![A-Za-z\d])[1lI](?:[ -]?[\dOolI]){10}(?![ -]?[\dA-Za-z])/g;
const scannedGate = new Gate('OolI');
const fewestDigits = 8;

function withoutLetters(run: string): string {
  const phone = run.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  const isMobile = /^1[ -]?[3-9]/.test(phone) && run.replace(/\D/g, '').length >= fewestDigits;
  return isMobile ? phone : run;
}

/** Phones as somebody dictated or scanned them, unit for unit in digits; doors and streets stay as they were said. */
export function withDigits(text: string, signs: number): string {
  const typed = scannedGate.isOpen(signs) ? text.replace(scanned, withoutLetters) : text;
  if (!spokenGate.isOpen(signs) || typed.search(spoken) === -1) return typed;
  return typed.replace(spoken, (spelled) =>
    Array.from(spelled, (one) => values[digits.indexOf(one)] ?? one).join(''),
  );
}
