import type { Topic } from '../../content/pack.js';
import { actionData } from '../actions.js';
import type { Sentences } from '../sentences.js';
import { type Button, numbered } from '../show.js';

/**
 * The topics to switch on and off, and "done".
 * @param chosen ids of the topics that are on
 */
export function topicButtons(
  topics: Topic[],
  chosen: string[],
  say: Sentences,
  verbs: { toggle: 'topic' | 'g-topic'; done: 'topics-done' | 'g-done' },
): Button[][] {
  const rows = numbered(
    topics.map((topic) => ({
      text: `${chosen.includes(topic.id) ? '✅' : '▫️'} ${say.language === 'en' ? topic.en : topic.name}`,
      data: actionData(verbs.toggle, topic.id),
    })),
  );
  return [...rows, [{ text: say.done, data: actionData(verbs.done) }]];
}
