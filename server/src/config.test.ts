import { expect, test } from 'vitest';
import { help, readConfig } from './config.js';

test('[CONF1] arguments win over the environment, and defaults fill the rest', () => {
  const env = { TRILOGUE_PORT: '5000', TRILOGUE_DATA: '/var/drill', TRILOGUE_HOST: '' };
  const result = readConfig(['--port', '6000'], env);
  expect(result).toMatchObject({
    kind: 'run',
    config: { host: '127.0.0.1', port: 6_000, otherPorts: 0, dataDir: '/var/drill' },
  });
  expect(readConfig([], {})).toMatchObject({
    config: { port: 4_400, otherPorts: 10, dataDir: './data', logLevel: 'warn' },
  });
  expect(readConfig(['-h'], {})).toEqual({ kind: 'help' });
});

test('[CONF3] every setting can come from the environment', () => {
  const env = {
    TRILOGUE_HOST: '0.0.0.0',
    TRILOGUE_PORT: '5000',
    TRILOGUE_DATA: '/var/drill',
    TRILOGUE_SCENARIOS: '/srv/scenarios',
    TRILOGUE_LOG_LEVEL: 'debug',
    TRILOGUE_TLS: '1',
    TRILOGUE_TRUST_PROXY: '1',
    TRILOGUE_METRICS_TOKEN: 'a-token-of-some-length',
    TRILOGUE_AUDIT_DAYS: '90',
    TRILOGUE_ACCOUNTS_ONLY: '1',
  };
  expect(readConfig([], env)).toMatchObject({
    config: {
      host: '0.0.0.0',
      port: 5_000,
      dataDir: '/var/drill',
      scenariosDir: '/srv/scenarios',
      logLevel: 'debug',
      tls: { kind: 'selfMade' },
      trustedProxies: 1,
      metricsToken: 'a-token-of-some-length',
      auditDays: 90,
      accountsOnly: true,
    },
  });
  expect(readConfig(['--scenarios', '/mine', '--log-level', 'error'], env)).toMatchObject({
    config: { scenariosDir: '/mine', logLevel: 'error' },
  });
  const files = { TRILOGUE_TLS_CERT: 'c.pem', TRILOGUE_TLS_KEY: 'k.pem' };
  expect(readConfig(['--tls'], files)).toMatchObject({
    config: { tls: { kind: 'given', certFile: 'c.pem', keyFile: 'k.pem' } },
  });
  for (const name of Object.keys(files)) expect(help).toContain(name);
  const wrong = readConfig([], { TRILOGUE_LOG_LEVEL: 'loud' });
  expect(wrong).toMatchObject({ kind: 'wrong', message: expect.stringContaining('log-level') });
  for (const name of Object.keys(env)) expect(help).toContain(name);
});

test.each([
  [['--port', 'many'], '--port'],
  [['--port', '70000'], '--port'],
  [['--log-level', 'loud'], '--log-level'],
  [['--tls-cert', 'c.pem'], '--tls-key'],
  [['--trust-proxy', 'yes'], '--trust-proxy'],
  [['--metrics-token', 'short'], '--metrics-token'],
  [['--prot', '1'], '--prot'],
  [['scenario.json'], 'scenario.json'],
])('[CONF2] %j is refused with its name', (args, name) => {
  const result = readConfig(args, {});
  expect(result).toMatchObject({ kind: 'wrong', message: expect.stringContaining(name) });
});
