#!/usr/bin/env node
// Stands in for Prisma's schema engine binary where its download host is out of reach: the Prisma CLI starts it and
// speaks JSON-RPC with it over standard input and output. The work is done by the same engine built as WebAssembly.
// prisma.config.ts names this file. With PGLITE_DIR set it works on that embedded database, otherwise on the server.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const args = process.argv.slice(2);
const optionValues = (name) => args.flatMap((value, i) => (args[i - 1] === name ? [value] : []));

if (args.includes('--version')) {
  console.log('schema-engine-wasm');
  process.exit(0);
}

const databaseUrl = JSON.parse(optionValues('--datasource')[0] ?? '{}').url ?? '';

async function adapterFactory() {
  if (process.env.PGLITE_DIR) return new PrismaPGlite(new PGlite({ dataDir: process.env.PGLITE_DIR }));
  const url = new URL(databaseUrl || 'postgresql://127.0.0.1:1/none');
  const factory = new PrismaPg({
    host: url.hostname,
    port: Number(url.port) || 5432,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  });
  // Given a connection string, the adapter would take the main database for the shadow database and empty it.
  factory.connectToShadowDb = () => new PrismaPGlite(new PGlite()).connect();
  return factory;
}

if (args.includes('cli')) {
  try {
    const connection = await (await adapterFactory()).connect();
    await connection.queryRaw({ sql: 'select 1', args: [], argTypes: [] });
    process.exit(0);
  } catch (error) {
    const fields = { message: String(error?.message ?? error), error_code: 'P1001' };
    console.error(JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields }));
    process.exit(1);
  }
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    console.error(message);
  },
};

async function openEngine() {
  const require = createRequire(import.meta.url);
  const dir = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
  const bindings = await import(pathToFileURL(path.join(dir, 'schema_engine_bg.js')).href);
  // Node 20 cannot import .wasm files, so the module is put together by hand.
  const wasm = readFileSync(path.join(dir, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const models = optionValues('--datamodels').map((file) => [file, readFileSync(file, 'utf8')]);
  // An empty list of models makes the engine panic.
  const empty = [['schema.prisma', 'datasource db {\n provider = "postgresql"\n}\n']];
  return bindings.SchemaEngine.new(
    { datamodels: models.length ? models : empty },
    () => {},
    bindMigrationAwareSqlAdapterFactory(await adapterFactory()),
  );
}

let engine;
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const request = JSON.parse(line);
  if (request.result !== undefined) continue;
  const reply = (body) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...body })}\n`);
  try {
    engine ??= await openEngine();
    const method = request.method === 'getDatabaseVersion' ? 'version' : request.method;
    const result = await engine[method](request.params);
    if (request.method === 'diff' && result.stdout) {
      reply({ id: 1e6, method: 'print', params: { content: result.stdout } });
    }
    reply({ id: request.id, result: result ?? {} });
  } catch (error) {
    const data = { is_panic: false, message: String(error?.message ?? error), error_code: error?.code ?? null };
    reply({ id: request.id, error: { code: 4466, message: 'schema engine', data } });
  }
}
process.exit(0);
