import { describe, expect, it } from 'vitest';
import { mayTakeOver } from './seen-updates.js';

const AT = new Date('2026-12-04T01:00:00Z');
const later = (ms: number) => new Date(AT.getTime() + ms);

describe('an update that was claimed and not finished', () => {
  it.each([
    ['of a process before us, where only one runs', 'before', true, 0, true],
    ['of our own, where the claim was never confirmed', 'us', false, 0, true],
    ['of another process, just now', 'other', false, 1_000, false],
    ['of another process, a minute ago', 'other', false, 60_000, false],
    ['of another process, more than a minute ago', 'other', false, 60_001, true],
    ['of another process whose clock is ahead', 'other', false, -5_000, false],
  ])('%s', (_name, claimedBy, alone, afterMs, expected) => {
    expect(mayTakeOver({ claimedBy, at: AT }, { name: 'us', alone }, later(afterMs))).toBe(expected);
  });
});
