/**
 * How long the FAQ takes to answer, with the real content pack, against MiniSearch with its default tokenizer over the
 * same texts in the same run. Questions are the entries' own phrases, whole, cut in half and strung together, and a few
 * that have no answer. Usage: `npm run bench:faq`.
 */
import MiniSearch from 'minisearch';
import { loadPack } from '../../src/content/load-pack.js';
import { createFaq } from '../../src/faq/answer-question.js';

const rounds = 5;

const pack = await loadPack('content');
const phrases = pack.faq.flatMap((entry) => [entry.question, ...entry.aliases]);
const questions = [
  ...phrases,
  ...phrases.map((phrase) => phrase.slice(0, Math.ceil(phrase.length / 2))),
  ...phrases.map((phrase, i) => `您好，${phrase}，${phrases[(i + 7) % phrases.length] ?? ''}，请问怎么办？谢谢`),
  ...['今天天气怎么样', '你好', '?', '工'.repeat(10_000), phrases.join('，')],
];

const startedAt = performance.now();
const faq = createFaq(pack.faq);
const buildMs = performance.now() - startedAt;

const engine = new MiniSearch({ fields: ['question', 'aliases', 'gist', 'answer', 'steps'] });
engine.addAll(
  pack.faq.map(({ id, question, aliases, gist, answer, steps }) => ({
    id,
    question,
    aliases: aliases.join('\n'),
    gist,
    answer,
    steps: steps.join('\n'),
  })),
);

const subjects = {
  'pufa ask': (question: string) => faq.ask(question).ranked.length,
  'MiniSearch, default tokenizer': (question: string) => engine.search(question).length,
};

console.log(
  `${pack.faq.length} entries, ${questions.length} questions, ${rounds} rounds; index built in ${buildMs.toFixed(0)} ms`,
);
const timesMs = new Map<string, number[]>(Object.keys(subjects).map((name) => [name, []]));
const found = new Map<string, number>();
// Round 0 warms up. The subjects take turns, so that a busy machine disturbs both alike.
for (let round = 0; round <= rounds; round++) {
  for (const [name, ask] of Object.entries(subjects)) {
    for (const question of questions) {
      const before = performance.now();
      const results = ask(question);
      if (round === 0) found.set(name, (found.get(name) ?? 0) + (results > 0 ? 1 : 0));
      else timesMs.get(name)?.push(performance.now() - before);
    }
  }
}
for (const [name, times] of timesMs) {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(3);
  const share = ((100 * (found.get(name) ?? 0)) / questions.length).toFixed(0);
  console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; found something for ${share}%`);
}
