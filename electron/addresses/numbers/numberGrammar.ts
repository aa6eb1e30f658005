/** All grammars are sticky and read the normalised text; a dash may be any of `-–—－_`. */
const dash = '[-–—−]';
const gap = `(?:${dash}|[ .·])`;

const countryPrefix = `(?:\\(?(?:\\+|00)?86\\)?${gap}{0,2})?`;
/**
 * Mobile: optional country prefix, then 11 digits in one of the usual groupings, or in any grouping when no
 * further digits follow: otherwise 1743 170-6142-6674 would be read across a room number.
 */
export const mobileGrammar = new RegExp(
  `${countryPrefix}(1[3-9]\\d(?:\\d{8}|${gap}{1,2}\\d{4}${gap}{1,2}\\d{4}|${gap}\\d{8}|\\d{4}${gap}\\d{4}|(?:${gap}{0,2}\\d){8}(?!${gap}{0,2}\\d)))(?!\\d)`,
  'y',
);
/** 400-617-1205, 4006171205, 400 6171 205, 800-… */
export const serviceGrammar = new RegExp(`([48]00(?:${gap}?\\d){7})(?!\\d)`, 'y');
/** Landline with an area code: 010-62345678, (0755)1234567, 059122223333, +86 10 6234 5678. */
export const landlineGrammar = new RegExp(
  `(?:\\(?(?:\\+|00)86\\)?${gap}{0,2})?\\(?(?:0(?=\\d)|(?<=86[-–—− ]?\\(?))(10|2\\d|[3-9]\\d\\d)\\)?${gap}{0,2}(\\d{3,4}${gap}?\\d{4})(?!\\d)`,
  'y',
);
/** 台湾 mobile 0912-345-678 and landline (02)2345-6789 or 02-2345-6789. */
export const taiwanGrammar = new RegExp(
  `(09\\d\\d${gap}?\\d{3}${gap}?\\d{3}|\\(0[2-8]\\)${gap}?\\d{3,4}${gap}?\\d{4}|0[2-8]${dash}\\d{3,4}${gap}?\\d{4})(?!\\d)`,
  'y',
);
/** 香港, 澳门, 台湾 with their country code. */
export const overseasGrammar = new RegExp(
  `\\(?(?:(?:\\+|00)(?=\\d)|(?=\\d{3}${dash}))(85[23]|886)\\)?${gap}{0,2}((?:\\d${gap}?){7,9}\\d)(?!\\d)`,
  'y',
);
/** 香港 and 澳门 without the country code: 6123 4567. Only where the text speaks of these places. */
export const eightDigitGrammar = /(?<![\d-])([235689]\d{3}[ -]?\d{4})(?![\d-])/y;
export const eightDigitPlaces = /[港澳]|新界|九[龙龍]/;
/** Identity card: 17 digits and a check character, with a plausible birth date. */
export const idNumberGrammar =
  /[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/y;
/** 138****8000 or a longer number with its middle hidden. */
export const maskedGrammar = /\d{2,7}[*＊]{2,8}\d{0,6}(?!\d)/y;

/** What may not follow an extension: then the digits count a house. */
const noHouse = '(?!\\d|\\s*[号號栋幢座楼室单單层弄巷组村路街年月日])';

/** Extension behind a number: -1234, 转1234, #1234, ext.1234, 分机1234, (转1234), [1234], and 1234 behind the pauses of a dialler. */
export const extensionGrammars = [
  /[ ]{0,2}[,([【]?[ ]?(?:转接?|轉|分机号?|分機號?|短号|#|ext(?:ension)?\.?|x)[ ]?(?:转|轉|分机号?|分機號?)?[ ]?[:：]?[ ]?(\d{1,8})(?:[ ]?[)\]】]|#)?(?!\d)/iy,
  /[ ]?[([【][ ]?(\d{2,6})[ ]?[)\]】]/y,
  new RegExp(`(?:[ ]?(?:${dash}|_)[ ]?|\\*)(\\d{1,6})${noHouse}(?!${dash}\\d)`, 'y'),
  /(?:,,|;;)(\d{2,6})(?!\d)/y,
  new RegExp(`,(\\d{3,5})${noHouse}(?![,\\d])`, 'y'),
];
