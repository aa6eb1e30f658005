const made = new Map<string, Intl.RelativeTimeFormat>();

/** A formatter for "3 minutes ago", made once for each language and kind. */
export function relativeFormat(
  language: string,
  options: Intl.RelativeTimeFormatOptions,
): Intl.RelativeTimeFormat {
  const name = `${language}${JSON.stringify(options)}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const formatter = new Intl.RelativeTimeFormat(language, options);
  made.set(name, formatter);
  return formatter;
}
