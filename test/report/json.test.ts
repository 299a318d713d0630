import { expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { facts } from '../judge/facts.ts';
import { assess } from '../judge/judging.ts';

it('is the assessment itself, over several lines and with a newline at its end', () => {
  const report = assess(facts());
  const text = renderJson(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.split('\n').slice(0, 2)).toEqual(['{', '  "schemaVersion": 1,']);
  expect(text.endsWith('\n}\n')).toBe(true);
});
