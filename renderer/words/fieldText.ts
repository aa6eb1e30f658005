/** Finds the words for a key, or says the second argument. */
type Say = (key: string, otherwise: string) => string;

/** The core's names of fields (`receiver.city`, `account.MonthCode`, `name, phone`) in the operator's words. */
export function fieldText(field: string, say: Say): string {
  const word = (part: string) => say(`field.${part}`, say(`accountField.${part}`, part));
  return field
    .split(/[,，、\s]+/)
    .filter((name) => name !== '')
    .map((name) => name.split('.').map(word).join(' '))
    .join(say('common.listComma', ', '));
}
