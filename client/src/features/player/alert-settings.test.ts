import { expect, test } from 'vitest';
import { settingsIn } from './alert-settings';

test('[ALERT1] a device is silent until its person says otherwise; what can’t be read counts as nothing', () => {
  const usual = { hasSound: false, hasNotices: false, hasKeys: true };
  expect(settingsIn(null)).toEqual(usual);
  expect(settingsIn('{broken')).toEqual(usual);
  expect(settingsIn('{"hasSound":true,"hasKeys":"no"}')).toEqual({ ...usual, hasSound: true });
});
