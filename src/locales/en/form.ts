// What a form says when something in it is not right.

export const form = {
  required: 'Please fill this in.',
  choose: 'Please pick one from the list.',
  tooLong: (p: { max: number }) => `Please keep it under ${p.max} characters.`,
  whole: (p: { max: number }) => `A whole number up to ${p.max}, please.`,
  number: 'A number, please, for example 12 or 3.5.',
  day: 'A day, please, for example 2026-03-12.',
  clock: 'A time, please, for example 15:00.',
  dayForTime: 'Which day is that time on?',
  past: 'The next step cannot lie in the past.',
  future: 'A follow-up cannot lie in the future. Promise it as the next step instead.',
  amount: 'I am not sure about that amount. Write it like 150000, 15k or $15,000.',
};
