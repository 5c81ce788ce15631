import type { Topic } from './pack.js';
import type { Report } from './problem.js';
import { column, readList, reportRepeated } from './read-list.js';
import { topicSchema } from './schema.js';

export interface TopicsFile {
  topics: Topic[];
  /** id of each topic by its name, topics with other faults included */
  idsByName: Map<string, string>;
  /** every class of questions that belongs to a topic */
  faqTopics: Set<string>;
}

/** Reads topics.yaml: what residents can subscribe to. A class of questions belongs to one topic only. */
export function readTopics(text: string, report: Report): TopicsFile | null {
  const items = readList(topicSchema, text, report);
  if (items === null) return null;
  reportRepeated(column(items, 'id'), '主题编号', report);
  reportRepeated(column(items, 'name'), '主题名', report);
  const classes = column(items, 'faq').flatMap(({ value, line }) => value.map((name) => ({ value: name, line })));
  reportRepeated(classes, '问答类别', report);
  return {
    topics: items.flatMap(({ whole }) =>
      whole ? [{ id: whole.id, name: whole.name, en: whole.en, byDefault: whole.default, faqTopics: whole.faq }] : [],
    ),
    idsByName: new Map(items.flatMap(({ fields: { name, id = '' } }) => (name === undefined ? [] : [[name, id]]))),
    faqTopics: new Set(classes.map(({ value }) => value)),
  };
}
