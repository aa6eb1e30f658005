/** Groups a mainland mobile for reading: 138 0013 8000, masked 138 **** 8000. Anything else stays as it is. */
export function formatPhone(phone: string, extension = ''): string {
  const mobile = /^(1[\d*]{2})([\d*]{4})([\d*]{4})$/.exec(phone);
  const main = mobile === null ? phone : `${mobile[1]} ${mobile[2]} ${mobile[3]}`;
  return extension === '' ? main : `${main} - ${extension}`;
}
