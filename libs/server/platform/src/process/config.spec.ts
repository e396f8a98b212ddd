import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigProblems, loadConfig, modeFile } from './config.js';

describe('the settings', () => {
  let folder: string;
  let nothing: NodeJS.ProcessEnv;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-config-'));
    nothing = { TAVOLO_DATA: join(folder, 'data') };
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
    try {
      loadConfig(env);
    } catch (error) {
      if (error instanceof ConfigProblems) return error.problems;
      throw error;
    }
    return [];
  };

  it('have a default each', () => {
    expect(loadConfig(nothing)).toEqual({
      port: 3000,
      host: null,
      dataFolder: join(folder, 'data'),
      databaseUrl: null,
      appDatabaseUrl: null,
      sequencerDatabaseUrl: null,
      publicUrl: 'http://localhost:3000',
      smtp: null,
      logLevel: 'info',
      mode: 'demo',
      demoLanguage: 'en',
      trustedProxies: { hops: 0 },
      addressLimitFactor: 1,
    });
  });

  it('are all taken from the environment', () => {
    const env = {
      PORT: '8080',
      HOST: '127.0.0.1',
      TAVOLO_DATA: folder,
      DATABASE_URL: 'postgres://owner:secret@db:5432/tavolo',
      APP_DATABASE_URL: 'postgres://app:secret@db:5432/tavolo',
      SEQUENCER_DATABASE_URL: 'postgres://sequencer:secret@db:5432/tavolo',
      PUBLIC_URL: 'https://tavolo.example.org/',
      SMTP_URL: 'smtps://mail.example.org',
      MAIL_FROM: 'Tavolo <tavolo@example.org>',
      LOG_LEVEL: 'warn',
      TAVOLO_MODE: 'test',
      TAVOLO_DEMO_LANGUAGE: 'it',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
      ADDRESS_LIMIT_FACTOR: '5',
    };
    expect(loadConfig(env)).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: folder,
      databaseUrl: env.DATABASE_URL,
      appDatabaseUrl: env.APP_DATABASE_URL,
      sequencerDatabaseUrl: env.SEQUENCER_DATABASE_URL,
      publicUrl: 'https://tavolo.example.org',
      smtp: { url: env.SMTP_URL, from: env.MAIL_FROM },
      logLevel: 'warn',
      mode: 'test',
      demoLanguage: 'it',
      trustedProxies: { networks: ['127.0.0.1', '10.0.0.0/8'] },
      addressLimitFactor: 5,
    });
  });

  it('name all problems at once, without repeating passwords', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://owner:hunter2@db/tavolo',
      APP_DATABASE_URL: 'postgres://app:hunter2@db',
      SEQUENCER_DATABASE_URL: 'http://sequencer:hunter2@db/tavolo',
      PUBLIC_URL: 'tavolo.example.org/app',
      SMTP_URL: 'https://user:hunter2@mail',
      LOG_LEVEL: 'loud',
      TAVOLO_MODE: 'play',
      TAVOLO_DEMO_LANGUAGE: 'de',
    });
    expect(problems).toHaveLength(10);
    expect(problems.join('\n')).not.toContain('hunter2');
    expect(problems[0]).toBe('PORT must be a whole number from 0 to 65535; it is "eighty".');
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['DATABASE_URL', 'postgres://db:5432'],
    ['PUBLIC_URL', 'https://tavolo.example.org/path'],
    ['PUBLIC_URL', 'ftp://tavolo.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['TRUSTED_PROXIES', 'caddy'],
    ['ADDRESS_LIMIT_FACTOR', '0'],
  ])('refuse %s=%s', (name, value) => {
    expect(problemsOf({ ...nothing, [name]: value }).some((problem) => problem.startsWith(name))).toBe(true);
  });

  it('want a sender with a mail server, and the owner with the application', () => {
    expect(problemsOf({ ...nothing, SMTP_URL: 'smtp://mail' })).toEqual([expect.stringContaining('MAIL_FROM')]);
    for (const name of ['APP_DATABASE_URL', 'SEQUENCER_DATABASE_URL']) {
      expect(problemsOf({ ...nothing, [name]: 'postgres://a@db/t' })).toEqual([
        `${name} is set and DATABASE_URL is not: the first is a further login to the same database.`,
      ]);
    }
  });

  it('want a login for the sequencer that nobody else has', () => {
    const database = { ...nothing, DATABASE_URL: 'postgres://owner@db/t', APP_DATABASE_URL: 'postgres://app@db/t' };
    for (const url of ['postgres://app:x@db/t', 'postgres://owner@db/t', 'postgres:///t?host=/run&user=app']) {
      expect(problemsOf({ ...database, SEQUENCER_DATABASE_URL: url })).toEqual([
        expect.stringContaining('one of its own'),
      ]);
    }
    expect(problemsOf({ ...database, SEQUENCER_DATABASE_URL: 'postgres://sequencer@db/t' })).toEqual([]);
  });

  it('come from a .env file too, which the environment overrules', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'PORT=4000\nLOG_LEVEL="debug" # while we look\nPUBLIC_URL=\n');
    expect(loadConfig({ ...nothing, PORT: '5000' }, file)).toMatchObject({
      port: 5000,
      logLevel: 'debug',
      mode: 'demo',
    });
    expect(loadConfig({ ...nothing, LOG_LEVEL: '' }, join(folder, 'none')).logLevel).toBe('info');
  });

  it('make a demonstration of an empty or marked data folder, and of nothing else', () => {
    const mode = (env: NodeJS.ProcessEnv = {}) => loadConfig({ TAVOLO_DATA: folder, ...env }).mode;
    expect(mode()).toBe('demo');
    expect(mode({ PUBLIC_URL: 'https://tavolo.example.org' })).toBe('production');
    writeFileSync(join(folder, 'postgres.log'), '');
    expect(mode()).toBe('production');
    writeFileSync(modeFile(folder), 'demo\n');
    expect(mode()).toBe('demo');
    writeFileSync(modeFile(folder), 'production\n');
    expect(mode()).toBe('production');
    expect(mode({ TAVOLO_MODE: 'demo' })).toBe('demo');
  });
});
