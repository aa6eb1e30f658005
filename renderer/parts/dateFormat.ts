const made = new Map<string, Intl.DateTimeFormat>();

/** A formatter for dates, made once: making one costs a hundred times what using it does, and tables use thousands. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language}${JSON.stringify(options)}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(language, options);
  made.set(name, formatter);
  return formatter;
}
