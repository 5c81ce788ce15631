#!/usr/bin/env -S node --max-semi-space-size=1 --v8-pool-size=1 --optimize-for-size
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { type Config, parseConfig } from './config.js';
import type { Finding } from './doctor/finding.js';
import { createLog, errorFields } from './log.js';
import { StartError } from './start-error.js';

/** SIGTERM must end the program within this time; what is still running then is cut off. */
const STOP_TIMEOUT_MS = 9_000;

/** The settings: the environment first, then .env in the working folder. */
function readConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}

/** What databases and people write alike: other spellings of a date, and years that a database does not know, are none. */
const ISO_DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** A civil date from the command line. @throws StartError (exit code 2) when there is no such day */
function dateOption(text: string): Temporal.PlainDate {
  try {
    if (!ISO_DATE.test(text)) throw new RangeError('not an ISO date');
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new StartError(`没有“${text}”这一天：日期请写成 2026-12-04 这样。`, 2);
  }
}

/** The days of `--from` and `--to`. @throws StartError (exit code 2) */
function rangeOption(options: { from: string; to: string }): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const range = { from: dateOption(options.from), to: dateOption(options.to) };
  if (Temporal.PlainDate.compare(range.from, range.to) > 0) throw new StartError('--from 不能晚于 --to。', 2);
  return range;
}

async function today(config: Config): Promise<Temporal.PlainDate> {
  const { civilDateAt } = await import('./time/zone.js');
  const { systemClock } = await import('./time/clock.js');
  return civilDateAt(systemClock.now(), config.timeZone);
}

/** The frame of the help texts in Chinese. */
const HELP_TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const program = new Command('pufa')
  .description('普法：街道办事处的普法机器人。每个命令都可以加 --help 看用法。')
  .helpOption('-h, --help', '看用法')
  .helpCommand(false)
  .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
  .exitOverride()
  .configureOutput({ outputError: () => {} });

program
  .command('start')
  .description('运行机器人；没有 BOT_TOKEN 时打开沙盒')
  .action(async () => {
    const config = readConfig();
    const log = createLog(config.logLevel);
    // Node would print such an error whole, with a resident's words in it.
    const broken = (error: unknown) => {
      log.fatal(errorFields(error), 'program.failed');
      process.exit(1);
    };
    process.on('uncaughtException', broken);
    process.on('unhandledRejection', broken);
    const { start } = await import('./main.js');
    const running = await start(config, log);
    console.log(running.ready);
    let stopping = false;
    const stop = async (exitCode: number) => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(exitCode || 1), STOP_TIMEOUT_MS).unref();
      await running.stop().catch((error) => log.error(errorFields(error), 'stop.failed'));
      process.exit(exitCode);
    };
    process.on('SIGTERM', () => stop(0));
    process.on('SIGINT', () => stop(0));
    running.failed.catch((error) => {
      console.error(sentenceOf(error));
      return stop(1);
    });
  });

program
  .command('calendar')
  .description('普法日历：这段日子里的节点和每一步的时间')
  .requiredOption('--from <date>', '从哪天起')
  .requiredOption('--to <date>', '到哪天止（含）')
  .option('--json', '每行一个 JSON')
  .option('--ics', '日历文件，可导入手机和电脑的日历')
  .action(async (options: { from: string; to: string; json?: boolean; ics?: boolean }) => {
    const config = readConfig();
    const { loadPack } = await import('./content/load-pack.js');
    const { occurrencesBetween } = await import('./calendar/occurrences.js');
    const range = rangeOption(options);
    const pack = await loadPack(config.contentDir);
    const occurrences = occurrencesBetween(pack.observances, range.from, range.to, pack.workdays);
    if (options.json) {
      const { calendarLines } = await import('./calendar/calendar-lines.js');
      for (const line of calendarLines(occurrences, config.timeZone)) console.log(line);
    } else if (options.ics) {
      const { calendarIcs } = await import('./calendar/calendar-ics.js');
      const { systemClock } = await import('./time/clock.js');
      process.stdout.write(calendarIcs(occurrences, config.timeZone, systemClock.now()));
    } else {
      const { calendarTable } = await import('./calendar/calendar-table.js');
      process.stdout.write(calendarTable(occurrences, config.timeZone));
    }
  });

program
  .command('ask')
  .description('问答会怎么答；--batch 从标准输入读 JSON 行')
  .argument('[text...]', '问题')
  .option('--batch', '标准输入每行一个 {"q":"…"}，逐行输出结果')
  .option('--json', '输出 JSON')
  .option('--explain', '说明为什么')
  .action(async (words: string[], options: { batch?: boolean; json?: boolean; explain?: boolean }) => {
    const config = readConfig();
    const { loadPack } = await import('./content/load-pack.js');
    const { createFaq } = await import('./faq/answer-question.js');
    const report = await import('./faq/ask-report.js');
    const text = words.join(' ').trim();
    if (!options.batch && text === '')
      throw new StartError('请写上问题，例如：pufa ask 楼上扔东西；或者用 --batch。', 2);
    const pack = await loadPack(config.contentDir);
    const faq = createFaq(pack.faq);
    if (!options.batch) {
      const format = options.json ? 'json' : options.explain ? 'explain' : 'text';
      process.stdout.write(`${report.askReport(faq, text, format)}\n`);
      return;
    }
    let lineNumber = 0;
    for await (const line of createInterface({ input: process.stdin })) {
      lineNumber += 1;
      if (line.trim() !== '') process.stdout.write(`${report.batchLine(faq, line, lineNumber)}\n`);
    }
  });

const content = program.command('content').description('内容包：检查、预览').helpCommand(false);

content
  .command('check')
  .description('检查整个内容包；有错误时退出码为 1')
  .action(async () => {
    const { problemLine } = await import('./content/problem.js');
    const { readPack } = await import('./content/read-pack.js');
    const { pack, problems } = await readPack(readConfig().contentDir);
    for (const problem of problems) console.log(problemLine(problem));
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    const counts = `问答 ${pack.faq.length} 条、节点 ${pack.observances.length} 个、答题 ${pack.quizzes.length} 组`;
    console.log(errors === 0 ? `内容包没有错误：${counts}。` : `内容包有 ${errors} 处错误，请按上面的行号改。`);
    process.exitCode = errors === 0 ? 0 : 1;
  });

content
  .command('preview')
  .description('那一天会发什么，和 Telegram 里看到的一样')
  .option('--on <date>', '哪一天（默认今天）')
  .action(async (options: { on?: string }) => {
    const config = readConfig();
    const { loadPack } = await import('./content/load-pack.js');
    const { stepsBetween } = await import('./calendar/steps-between.js');
    const { previewDay } = await import('./notices/preview-day.js');
    const day = options.on === undefined ? await today(config) : dateOption(options.on);
    const pack = await loadPack(config.contentDir);
    const steps = stepsBetween(pack, day, day, config.timeZone);
    process.stdout.write(previewDay(pack, day, steps, config.timeZone));
  });

for (const command of ['chats', 'notices'] as const) {
  program
    .command(command)
    .description(command === 'chats' ? '能往哪里发：群的状态，私聊只数人数' : '推送：计划的和做完的')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const { readOverview } = await import('./db/read-overview.js');
      process.stdout.write(await readOverview(readConfig(), command, options.json === true));
    });
}

program
  .command('doctor')
  .description('体检：令牌、权限、数据库、时钟、内容包、网页、磁盘；哪里不对、怎么办')
  .action(async () => {
    const { runDoctor } = await import('./run-doctor.js');
    const { exitCodeOf, findingLine } = await import('./doctor/finding.js');
    const { systemClock } = await import('./time/clock.js');
    const tell = (finding: Finding) => {
      console.log(findingLine(finding));
      if (exitCodeOf([finding]) !== 0) process.exitCode = 1;
    };
    try {
      await runDoctor(readConfig(), systemClock, tell);
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      tell({ level: 'bad', subject: '设置', text: error.message });
    }
  });

program
  .command('stats')
  .description('统计：推送、触达、提问、订阅，每个数都有口径和证据等级')
  .requiredOption('--from <date>', '从哪天起')
  .requiredOption('--to <date>', '到哪天止（含）')
  .option('--unit <id>', '单位编号，含下属；不写就是全部')
  .option('--json', '输出 JSON')
  .action(async (options: { from: string; to: string; unit?: string; json?: boolean }) => {
    const config = readConfig();
    const { from, to } = rangeOption(options);
    const { loadPack } = await import('./content/load-pack.js');
    const { units } = await loadPack(config.contentDir);
    const unit = units.find(({ id }) => id === options.unit) ?? null;
    if (options.unit !== undefined && !unit) {
      const known = units.map(({ id, name }) => `${id}（${name}）`).join('、');
      throw new StartError(`没有编号为“${options.unit}”的单位。现有：${known}。`, 2);
    }
    const { readStats } = await import('./db/stats-command.js');
    const { figuresJson, figuresText } = await import('./reach/figure-report.js');
    const period = { from: `${from}`, to: `${to}`, unit };
    const facts = await readStats(config, units, { from: period.from, to: period.to, unitId: unit?.id ?? null });
    process.stdout.write(options.json ? `${figuresJson(period, facts)}\n` : figuresText(period, facts));
  });

program
  .command('backup')
  .description('把全部数据备份到一个文件；机器人运行着也可以')
  .argument('<file>', '备份文件，例如 pufa-2026-12-04.gz；已经有的文件不会覆盖')
  .action(async (file: string) => {
    const { takeBackup } = await import('./db/backup/take-backup.js');
    const { backupReport } = await import('./db/backup/reports.js');
    const { systemClock } = await import('./time/clock.js');
    const config = readConfig();
    process.stdout.write(backupReport(await takeBackup(config, file, systemClock.now()), config.timeZone));
  });

program
  .command('restore')
  .description('把备份恢复到一个空的地方（DATA_DIR 或 DATABASE_URL）；机器人要先停下')
  .argument('<file>', 'pufa backup 写的文件')
  .action(async (file: string) => {
    const { restoreBackup } = await import('./db/backup/restore-backup.js');
    const { restoreReport } = await import('./db/backup/reports.js');
    const { systemClock } = await import('./time/clock.js');
    const config = readConfig();
    process.stdout.write(restoreReport(await restoreBackup(config, file, systemClock.now()), config.timeZone));
  });

/** The one line a person gets for an error; a stack only where it is a fault of the program itself. */
function sentenceOf(error: unknown): string {
  if (error instanceof StartError) return error.message;
  return `程序出错了，请把下面这行告诉维护人员：${JSON.stringify(errorFields(error))}`;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed the help, whether it was asked for or the command left out.
    if (error.exitCode !== 0 && error.code !== 'commander.help')
      console.error(`命令写得不对（${error.message.replace(/^error: /, '')}）。看用法：pufa --help`);
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(sentenceOf(error));
    process.exitCode = error instanceof StartError ? error.exitCode : 1;
  }
}
