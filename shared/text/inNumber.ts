/** `{count|order|orders}`: the first word for one, the second for any other number. Chinese has one form and needs none. */
const wordForms = /\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g;

/** A sentence with the forms chosen that these counts take; its places are still to fill. */
export const inNumber = (template: string, params: Readonly<Record<string, unknown>>): string =>
  template.replace(wordForms, (_forms, count: string, one: string, many: string) =>
    Number(params[count]) === 1 ? one : many,
  );
