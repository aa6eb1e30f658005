import { describe, expect, test } from 'vitest';
import { mostRouteSigns, numberInRouteText } from '../../../../../shared/domain/scans/routeCode.ts';

const text = (pairs: string) => `MMM={${pairs}}`;

describe('the QR code of an SF label', () => {
  test.each([
    // As public integrations show SF's answers.
    [
      "MMM={'k1':'020W','k2':'020CK','k3':'','k4':'T801','k5':'SF7444496931331','k6':'','k7':'fe62b871'}",
      'SF7444496931331',
    ],
    [
      "MMM={'k1':'539W','k2':'539AE','k3':'','k4':'T4','k5':'444010688260','k6':'','k7':'36f4e170'}",
      '444010688260',
    ],
    ["MMM={'k1':'755WE','k2':'021WT','k3':'','k4':'T4','k5':'755123456789','k6':''}", '755123456789'],
    // As SF's own programs print it, filled up in front.
    [`${'M'.repeat(60)}={'k1':'','k2':'023','k3':'','k4':'T6','k5':'755123456789','k6':''}`, '755123456789'],
    // With Caps Lock on.
    ["mmm={'K1':'020w','K5':'sf7444496931331'}", 'sf7444496931331'],
  ])('says the waybill number: %s', (said, number) => expect(numberInRouteText(said)).toBe(number));

  test.each([
    ['a plain number', 'SF7444496931331'],
    ['nothing', ''],
    ['another sign in front', `43100002%${text("'k5':'SF7444496931331'")}`],
    ['something behind', `${text("'k5':'SF7444496931331'")}6901234567892`],
    ['cut off', "MMM={'k1':'020W','k5':'SF74444"],
    ['no number', text("'k1':'020W','k5':''")],
    ['no k5', text("'k1':'SF7444496931331'")],
    ['two numbers', text("'k5':'SF7444496931331','k5':'SF7444496931332'")],
    ['words in place of the number', text("'k5':'null-null'")],
    ['a number of blanks and signs', text("'k5':'SF7444 4969/31331'")],
    ['Chinese in it', text("'k1':'深圳','k5':'SF7444496931331'")],
    ['a line end in it', text("'k1':'0\n2','k5':'SF7444496931331'")],
    ['JSON', 'MMM={"k5":"SF7444496931331"}'],
    ['an address', 'http://ucmp.sf-express.com/service/weixin?p1=439038437579'],
    ['far too much', `${'M'.repeat(mostRouteSigns)}={'k5':'SF7444496931331'}`],
  ])('that is none means nothing: %s', (_, said) => expect(numberInRouteText(said)).toBeNull());
});
