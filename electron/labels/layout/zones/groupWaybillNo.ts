/** `YT8962646785389` → `YT 8962 6467 85389`: letters apart, digits in fours, no lone last digit. */
export function groupWaybillNo(waybillNo: string): string {
  return waybillNo
    .replace(/\d{5,}/g, (digits) => ` ${digits.replace(/\d{4}(?=\d{2})/g, '$& ')} `)
    .replace(/ {2,}/g, ' ')
    .trim();
}
