import { maskDetail, maskName, maskPhone } from '../../../shared/rules/mask.ts';
import type { ColumnMapping, FileRecognition } from '../../imports/kit/orderDraft.ts';
import { isBareName } from '../../privacy/namesInText.ts';
import { redactText } from '../../privacy/redactText.ts';

const ownMasks: Readonly<Record<string, (text: string) => string>> = {
  receiverName: maskName,
  receiverPhone: maskPhone,
  receiverTel: maskPhone,
  addressDetail: (text) => redactText(maskDetail(text)),
  addressDetail2: (text) => redactText(maskDetail(text)),
  fullAddress: (text) => redactText(maskDetail(text)),
  newAddress: (text) => redactText(maskDetail(text)),
  // Fields whose numbers identify a column of order numbers.
  orderNo: (text) => text,
  subOrderNo: (text) => text,
};

const namesPerson = /姓名|收件人|收货人|联系人|买家|昵称|会员|旺旺|签收人|name|buyer|recipient/i;
const namesPhone = /电话|手机|phone|mobile|tel/i;

/** A cell as shown to a person who only assigns columns. */
function shownSample(text: string, { header, field }: ColumnMapping, hidden: readonly string[]): string {
  const own = field === null ? undefined : ownMasks[field];
  if (own !== undefined) return own(text);
  if (namesPhone.test(header)) return maskPhone(text);
  if (namesPerson.test(header) || isBareName(text)) return maskName(text);
  return redactText(text, { hidden });
}

const holdsNames = ({ header, field }: ColumnMapping) =>
  field === 'receiverName' || (field === null && namesPerson.test(header));

/** A line of a file with uncertain encoding: its cells have no columns yet. */
function shownLine(line: string): string {
  const cells = line.split(/([,\t;|])/);
  return redactText(cells.map((cell) => (isBareName(cell.trim()) ? maskName(cell) : cell)).join(''));
}

/** How a file was recognised, with samples that show what a column holds but not whose it is. */
export function shownRecognition<R extends FileRecognition>(recognition: R): R {
  const { encodingQuestion } = recognition;
  // A remark may name the person in another column of its row.
  const names = recognition.mapping.filter(holdsNames).flatMap(({ samples }) => samples);
  const mapping = recognition.mapping.map((column) => ({
    ...column,
    samples: column.samples.map((text) => shownSample(text, column, names)),
  }));
  if (encodingQuestion === undefined) return { ...recognition, mapping };
  const choices = encodingQuestion.choices.map((choice) => ({
    ...choice,
    preview: choice.preview.map(shownLine),
  }));
  return { ...recognition, mapping, encodingQuestion: { ...encodingQuestion, choices } };
}
