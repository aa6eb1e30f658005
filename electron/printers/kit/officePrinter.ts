/** Words of makers and models of label printers; they win, since a maker of office printers makes some of these too. */
const labelWords =
  /label|thermal|热敏|面单|标签|zebra|zdesigner|斑马|\btsc\b|gprinter|佳博|\bgp-|xprinter|芯烨|\bxp-?\d|hprt|汉印|postek|博思得|godex|科诚|argox|立象|snbc|新北洋|启锐|\bqr-|快麦|\bkm-?\d|honeywell|\bsato\b|得力.*(快递|标签)|\bql-\d|\btd-\d|\btm-|\bpos-?\d|receipt|tspl|\bzpl|cpcl|\bepl|esc.?pos|\braw\b/iu;

/** Words of printers that take pages through their driver: laser, ink, and those that print into a file. */
const officeWords =
  /laserjet|officejet|deskjet|pagewide|\bhp\b|惠普|canon|佳能|pixma|imageclass|\blbp|brother|兄弟|\bhl-|\bdcp-|\bmfc-|epson|爱普生|workforce|lexmark|利盟|ricoh|理光|kyocera|京瓷|konica|柯尼卡|bizhub|xerox|施乐|docuprint|samsung|三星|pantum|奔图|lenovo|联想|sharp|夏普|toshiba|东芝|oki\b|postscript|ipp everywhere|driverless|airprint|\bpdf\b|\bxps\b/iu;

/** Takes pages through its driver, by what it is called; null: its names do not say. */
export function isOfficePrinter(...names: readonly string[]): boolean | null {
  const words = names.join(' ');
  if (labelWords.test(words)) return false;
  return officeWords.test(words) ? true : null;
}
