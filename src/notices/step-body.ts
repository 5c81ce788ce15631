import type { DatedStep } from '../calendar/dated-steps.js';
import type { Quiz } from '../content/pack.js';
import type { PackBody } from '../delivery/notice-body.js';

/** What a step sends: its text, or one question of its quiz, another one each year. */
export function stepBody(step: Pick<DatedStep, 'body' | 'year' | 'slot'>, quizzes: Quiz[]): PackBody {
  const body = step.body;
  if (body.kind === 'text') return body;
  const quiz = quizzes.find((candidate) => candidate.id === body.quizId);
  const question = quiz?.questions[step.year % quiz.questions.length];
  if (!question) throw new Error(`quiz ${body.quizId} of ${step.slot} has no question`);
  const { question: text, options, correctOption, explanation } = question;
  return { kind: 'quiz', question: text, options, correctOption, explanation };
}
