/**
 * `npm run dev`: the server from its sources, started again whenever one of them is edited, behind Vite, which reloads
 * the client in place. Without TAVOLO_MODE it is a demonstration.
 */
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parts, root } from './build.mjs';

process.chdir(root);
const watched = ['libs/domain', 'libs/contracts', 'libs/collaboration', 'libs/server', 'apps/api/src'];
const publicPort = Number(process.env.PORT ?? 3000);
const hasClient = parts().length > 1;
const apiPort = hasClient ? await freePort() : publicPort;
const env = {
  TAVOLO_MODE: 'demo',
  ...process.env,
  PORT: String(apiPort),
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${publicPort}`,
};

let api = null;
let ending = false;

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function startApi() {
  const loader = pathToFileURL(join(root, 'tools/typescript.mjs')).href;
  const args = ['--conditions=@tavolo/source', '--enable-source-maps', '--import', loader, 'apps/api/src/main.ts'];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env });
  child.once('exit', (code) => {
    if (api === child) api = null;
    if (!ending && code !== 0) console.log('The server ended. It starts again at the next edit.');
  });
  api = child;
}

async function stopApi() {
  const child = api;
  if (child === null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

let timer = null;
let restarting = Promise.resolve();

function restart(file) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    restarting = restarting.then(async () => {
      if (ending) return;
      console.log(`${file} changed: starting the server again`);
      await stopApi();
      if (!ending) startApi();
    });
  }, 120);
}

for (const folder of watched.filter((name) => existsSync(name))) {
  watch(folder, { recursive: true }, (_, name) => {
    const file = String(name);
    if (/\.(ts|json)$/.test(file) && !/(^|\/)(dist|node_modules)\/|\.(spec|e2e)\.ts$/.test(file))
      restart(join(folder, file));
  });
}

/** Words join the page when it first uses them, and stay: where they are edited, the page is loaded again. */
function reloadWords({ file }) {
  if (!/(^|-)messages\.ts$/.test(basename(file))) return undefined;
  this.environment.hot.send({ type: 'full-reload' });
  return [];
}

/** While the server starts, nobody listens behind Vite: the page waits and asks again, and the terminal need not tell each time. */
function withoutRefusals(logger) {
  const { error } = logger;
  return Object.assign(logger, {
    error: (line, options) => {
      if (!/proxy (socket )?error/.test(line) || !/ECONNREFUSED|ECONNRESET|EPIPE/.test(line)) error(line, options);
    },
  });
}

startApi();
let vite = null;
if (hasClient) {
  const { createLogger, createServer: createVite } = await import('vite');
  const target = `http://127.0.0.1:${apiPort}`;
  const proxied = ['/api', '/log', '/health', '/.well-known'].map((path) => [path, { target }]);
  vite = await createVite({
    root: join(root, 'apps/web'),
    customLogger: withoutRefusals(createLogger()),
    plugins: [{ name: 'tavolo-words', hotUpdate: reloadWords }],
    server: {
      port: publicPort,
      strictPort: true,
      proxy: { ...Object.fromEntries(proxied), '/socket.io': { target, ws: true } },
    },
  });
  await vite.listen();
}

async function end() {
  if (ending) return;
  ending = true;
  await stopApi();
  await vite?.close();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
