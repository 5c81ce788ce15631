import { describe, expect, it } from 'vitest';
import { addressOf, chatIdOf, createIdentity } from './identity.js';

const identity = createIdentity('a secret of this test');

describe('identity', () => {
  it('recognises the same person and tells two apart', () => {
    expect(identity.keyOf(700000001)).toBe(identity.keyOf(700000001));
    expect(identity.keyOf(700000001)).not.toBe(identity.keyOf(700000002));
  });

  it('gives another key in another installation', () => {
    expect(createIdentity('another secret here').keyOf(700000001)).not.toBe(identity.keyOf(700000001));
  });

  it('keeps the id of a person out of the stored words', () => {
    const stored = addressOf(identity, 'private', 700000001) + identity.keyOf(700000001);
    expect(stored).not.toContain('700000001');
  });

  it.each([
    ['private', 700000001],
    ['supergroup', -1001234567890],
    ['group', -42],
  ] as const)('finds the way back to a %s chat', (kind, id) => {
    expect(chatIdOf(identity, addressOf(identity, kind, id))).toBe(id);
  });

  it('does not open what another installation sealed, or what was changed', () => {
    const sealed = identity.seal(5);
    expect(() => createIdentity('another secret here').open(sealed)).toThrow();
    expect(() => identity.open(`${sealed.slice(0, -2)}AA`)).toThrow();
  });
});
