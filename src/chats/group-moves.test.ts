import { describe, expect, it } from 'vitest';
import type { ChatState } from './chat-book.js';
import { type GroupHand, type GroupMove, movesOf } from './group-moves.js';

describe('what may be done with a group', () => {
  it.each<[string, ChatState, string | null, GroupHand, GroupMove[]]>([
    ['at work, by the office', 'active', null, 'by-office', ['pause', 'unbind']],
    ['at work, by its owner', 'active', null, 'by-owner', ['pause', 'unbind']],
    ['paused by the office, by the office', 'paused', 'by-office', 'by-office', ['resume', 'unbind']],
    ['paused by the office, by its owner', 'paused', 'by-office', 'by-owner', ['unbind']],
    ['paused by its owner, by the office', 'paused', 'by-owner', 'by-office', ['resume', 'unbind']],
    ['paused by its owner, by its owner', 'paused', 'by-owner', 'by-owner', ['resume', 'unbind']],
    ['muted', 'paused', 'no-rights', 'by-owner', ['resume', 'pause', 'unbind']],
    ['lost', 'lost', 'kicked', 'by-office', ['unbind']],
    ['left', 'left', 'by-owner', 'by-office', ['unbind']],
  ])('%s', (_name, state, stateReason, hand, expected) => {
    expect(movesOf({ state, stateReason, unitId: 'chunfeng' }, hand)).toEqual(expected);
  });

  it('nothing while it belongs to no unit', () => {
    expect(movesOf({ state: 'pending', stateReason: null, unitId: null }, 'by-office')).toEqual([]);
  });
});
