import { describe, expect, it } from 'vitest';
import { actionData, readAction } from './actions.js';

describe('callback data', () => {
  it('comes back as it was given', () => {
    expect(readAction(actionData('topic', 'anti-fraud'))).toEqual({ verb: 'topic', id: 'anti-fraud' });
    expect(readAction(actionData('erase-yes'))).toEqual({ verb: 'erase-yes', id: '' });
  });

  it.each([
    ['empty', ''],
    ['an unknown verb', 'grant-admin:1'],
    ['a verb of Object.prototype', 'constructor'],
    ['two ids', 'topic:a:b'],
    ['Chinese', '主题'],
    ['an id with a quote', "ans:'; drop table"],
    ['64 bytes of nothing', 'x'.repeat(64)],
  ])('that is forged (%s) is nothing', (_name, data) => {
    expect(readAction(data)).toBeNull();
  });
});
