import { Temporal } from 'temporal-polyfill';
import type { FaqEntry } from '../../src/content/pack.js';

/** A whole FAQ entry from the parts a test is about. */
export function faqEntry(parts: Partial<FaqEntry> & Pick<FaqEntry, 'id'>): FaqEntry {
  return {
    faqTopic: '测试',
    question: '这是一个问题吗？',
    gist: '先说要点',
    aliases: [],
    urgent: false,
    answer: '简短的回答。',
    steps: [],
    caseStory: '（案例为普法编写）老张的故事。',
    lawNote: null,
    hotlines: [],
    citations: [],
    written: Temporal.PlainDate.from('2026-11-23'),
    checked: Temporal.PlainDate.from('2026-11-23'),
    file: `content/faq/${parts.id}.md`,
    ...parts,
  };
}
