import { checkId } from './check-id.js';
import { checkShape } from './check-shape.js';
import type { Quiz, QuizQuestion } from './pack.js';
import { parseYaml } from './parse-yaml.js';
import type { Report } from './problem.js';
import { checkItems } from './read-list.js';
import { OPTION_LETTERS, quizQuestionSchema, quizSchema } from './schema.js';

/**
 * Reads one quiz and reports everything that is wrong with it.
 * @param file as editors see it: `content/quizzes/anti-drug.yaml`
 * @param takenBy the file of each quiz id so far
 * @returns null where it is not fit to be used
 */
export function readQuiz(text: string, file: string, takenBy: Map<string, string>, report: Report): Quiz | null {
  const yaml = parseYaml(text, 1, 1, report);
  if (yaml === null) return null;
  const { whole, fields } = checkShape(quizSchema, yaml, [], report);
  checkId(fields.id, file, yaml, takenBy, report);

  const items = checkItems(quizQuestionSchema, yaml, ['questions'], report);
  for (const {
    fields: { answer, options },
    lineOf,
  } of items) {
    if (answer !== undefined && options && OPTION_LETTERS.indexOf(answer) >= options.length) {
      report(lineOf('answer'), `答案是 ${answer}，可是只有 ${options.length} 个选项，请改正。`);
    }
  }
  const questions = items.flatMap(({ whole: item }): QuizQuestion[] => {
    if (!item) return [];
    const { answer, ...question } = item;
    return [{ ...question, correctOption: OPTION_LETTERS.indexOf(answer) }];
  });
  if (!whole || questions.length < items.length) return null;
  return { id: whole.id, title: whole.title, questions, file };
}
