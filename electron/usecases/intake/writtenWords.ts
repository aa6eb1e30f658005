import { type TextEncoding, textEncodings } from '../../imports/kit/encodingQuestion.ts';
import { readMoment } from '../../imports/kit/moment.ts';

export { textEncodings };

/** An encoding of order files by any of its names, such as `GBK` or `utf8`: GB18030 includes GBK and GB2312. null: unknown. */
export function readEncodingName(name: string): TextEncoding | null {
  try {
    const named = new TextDecoder(name).encoding;
    return textEncodings.find((one) => one === (named === 'gbk' ? 'gb18030' : named)) ?? null;
  } catch {
    return null;
  }
}

/** UTC ms of a time written as in order files, Chinese time where it names no zone. null: no time, or ambiguous. */
export function readWrittenTime(text: string): number | null {
  const at = readMoment(text);
  return at === 'ambiguous' ? null : at;
}
