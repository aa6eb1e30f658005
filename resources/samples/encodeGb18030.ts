export { encodeGb18030 } from '../../electron/imports/writers/encodeGb18030.ts';
