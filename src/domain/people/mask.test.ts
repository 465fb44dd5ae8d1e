import { describe, expect, it } from 'vitest';
import { identityOf } from './identity.ts';
import { maskText } from './mask.ts';

describe('masked on screens', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['35222219900101123', '35************123'],
    ['35222219900101123X', '35*************23X'],
    ['李示例', '李**'],
    ['示例省示例市朝阳镇和平路1号', '示例省示例市朝阳镇**'],
  ])('%s → %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('the same applicant', () => {
  it.each([
    [{ identityNumber: '35222219900101123x' }, { identityNumber: '３５２２２２１９９００１０１１２３X', applicantName: '另写' }],
    [
      { applicantName: '李 示例', contact: '138 0000 0000' },
      { applicantName: '李示例', contact: '13800000000' },
    ],
  ])('%o is %o', (a, b) => {
    expect(identityOf('requests', a)).toBe(identityOf('requests', b));
  });

  it('is not somebody of the same name with another telephone', () => {
    const person = (contact: string) => identityOf('requests', { applicantName: '李示例', contact });
    expect(person('13800000000')).not.toBe(person('13900000000'));
  });

  it('is nobody where nobody is named', () => {
    expect(identityOf('requests', { address: '和平路' })).toBeNull();
    expect(identityOf('activities', {})).toBeNull();
  });
});
