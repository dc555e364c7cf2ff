import { expect, test } from 'vitest';
import { findTemplates, type Note } from '../../../../src/domain/fairness/templates.ts';

const note = (id: number, customer: string, more: Partial<Note> = {}): Note => ({
  id,
  customerId: id,
  text: `Called ${customer}, interested in the annual plan, quoted $${id}k, send quote next week`,
  names: [customer],
  ...more,
});

test('one text for three customers is a template', () => {
  expect(findTemplates([note(1, 'Wobbly Kettle'), note(2, 'Beta'), note(3, 'Otter & Co')])).toEqual(
    [[1, 2, 3]],
  );
});

test('two customers, one customer thrice, or different words are not', () => {
  expect(findTemplates([note(1, 'Alpha'), note(2, 'Beta')])).toEqual([]);
  expect(findTemplates([1, 2, 3].map((id) => note(id, 'Alpha', { customerId: 7 })))).toEqual([]);
  const other = note(3, 'Gamma', {
    text: 'Visited Gamma, met operations, they need a bigger site first',
  });
  expect(findTemplates([note(1, 'Alpha'), note(2, 'Beta'), other])).toEqual([]);
});

test('short notes are legitimately equal', () => {
  expect(findTemplates([1, 2, 3].map((id) => note(id, 'A', { text: '未接通' })))).toEqual([]);
});
