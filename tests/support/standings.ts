// What a board is made from, counted from all rows of a team the plain way.
import { byName, NAMED_AT_MOST, type Standing, type Standings } from '../../src/domain/standing.ts';

const isHidden = ({ optedOut, newHire }: Standing): boolean => optedOut || newHire;

export const standingsOfRows = (rows: readonly Standing[]): Standings => {
  const sellers = rows.filter(({ seller }) => seller);
  const scored = sellers.flatMap((row) =>
    row.score === null || row.provisional ? [] : [{ ...row, score: row.score }],
  );
  const values = [...new Set(scored.map(({ score }) => score))].sort((a, b) => b - a);
  return {
    sellers: sellers.length,
    hidden: sellers.filter(isHidden).length,
    scores: values.map((score) => {
      const all = scored.filter((row) => row.score === score);
      return { score, n: all.length, shown: all.filter((row) => !isHidden(row)).length };
    }),
    best: scored
      .filter((row) => !isHidden(row) && row.score > 0)
      .sort((a, b) => b.score - a.score || byName(a, b))
      .slice(0, NAMED_AT_MOST)
      .map(({ memberId, name, score }) => ({ memberId, name, score })),
  };
};
