import path from 'node:path';
import type { ContentPack } from './pack.js';
import { listPackFiles, type PackFile, type PackFileKind } from './pack-files.js';
import type { PackReferences } from './pack-references.js';
import { type Problem, type Report, reportInto, sortProblems } from './problem.js';
import { readFaqEntry } from './read-faq.js';
import { readHolidays } from './read-holidays.js';
import { readHotlines } from './read-hotlines.js';
import { readObservance } from './read-observances.js';
import { readQuiz } from './read-quizzes.js';
import { readText } from './read-text.js';
import { readTopics } from './read-topics.js';
import { readUnits } from './read-units.js';

/**
 * Reads and checks the content pack in `dir` and finds all its problems in one run, ordered by file and line. With
 * problems of severity `error` the pack holds what could be read and is not fit to run on. Never throws for what
 * stands in the files, nor for a folder that is not there.
 */
export async function readPack(dir: string): Promise<{ pack: ContentPack; problems: Problem[] }> {
  const problems: Problem[] = [];
  const root = path.basename(path.resolve(dir));
  const files = await listPackFiles(dir, problems);
  if (files === null) {
    problems.push({ file: root, line: 1, severity: 'error', message: '找不到内容包文件夹，请检查 CONTENT_DIR。' });
  }

  const ofKind = (kind: PackFileKind) => (files ?? []).filter((file) => file.kind === kind);
  async function readAll<Part>(
    of: PackFile[],
    read: (text: string, file: string, report: Report) => Part | null,
  ): Promise<Part[]> {
    const parts: Part[] = [];
    for (const { path: from, file } of of) {
      const report = reportInto(problems, file);
      const text = await readText(from, report);
      const part = text === null ? null : read(text, file, report);
      if (part !== null) parts.push(part);
    }
    return parts;
  }
  /** A file that every pack has. */
  async function readOne<Part>(
    kind: 'topics' | 'units' | 'hotlines' | 'holidays',
    read: (text: string, report: Report) => Part | null,
  ): Promise<Part | null> {
    const found = ofKind(kind);
    if (files !== null && found.length === 0) reportInto(problems, `${root}/${kind}.yaml`)(1, '缺少这个文件，请补上。');
    return (await readAll(found, (text, _, report) => read(text, report)))[0] ?? null;
  }

  const topics = await readOne('topics', readTopics);
  const units = await readOne('units', readUnits);
  const hotlines = await readOne('hotlines', readHotlines);
  const workdays = await readOne('holidays', readHolidays);
  const quizFiles = ofKind('quiz');
  const known: PackReferences = {
    topicIds: topics?.idsByName ?? null,
    faqTopics: topics?.faqTopics ?? null,
    hotlines: hotlines?.numbers ?? null,
    // By file name, which is the id: a quiz that has a fault of its own exists all the same.
    quizIds: new Set(quizFiles.map(({ file }) => path.posix.basename(file, '.yaml'))),
  };
  const [quizIds, observanceIds, faqIds] = [takenIds(), takenIds(), takenIds()];
  const quizzes = await readAll(quizFiles, (text, file, report) => readQuiz(text, file, quizIds, report));
  const observances = await readAll(ofKind('observance'), (text, file, report) =>
    readObservance(text, file, known, observanceIds, report),
  );
  const faq = await readAll(ofKind('faq'), (text, file, report) => readFaqEntry(text, file, known, faqIds, report));

  if (files !== null && ofKind('faq').length === 0 && ofKind('observance').length === 0) {
    reportInto(problems, root)(1, '内容包是空的：一条问答、一个节点也没有，请先写内容。');
  }
  const pack = {
    topics: topics?.topics ?? [],
    units: units ?? [],
    hotlines: hotlines?.hotlines ?? [],
    workdays: workdays ?? { daysOff: new Set<string>(), workedWeekendDays: new Set<string>() },
    observances,
    faq,
    quizzes,
  };
  return { pack, problems: sortProblems(problems) };
}

/** The file of each id of one kind. */
function takenIds(): Map<string, string> {
  return new Map();
}
