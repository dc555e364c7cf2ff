// Satisfaction on 0 … 100, from agreement on 1 … 5.

/** `(mean − 1)/4·100` (domain.md §1.13); five answers of 100, 75, 50, 75, 25 make 65 (E20). */
export const satisfactionOf = (mean: number): number => ((mean - 1) / 4) * 100;
