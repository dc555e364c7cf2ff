// Texts of /leaderboard and of the daily post.
import type { Period } from '../../domain/period.ts';

export const leaderboard = {
  usage: '/leaderboard [today|week|month|improved|team] · post · export [period]',
  summary: 'How the team is doing, who leads, and your own row',
  examples: ['/leaderboard', '/leaderboard month', '/leaderboard export 2026-Q1'],
  title: {
    day: (p: { team: string; day: string }) => `${p.team} · ${p.day}`,
    week: (p: { team: string; day: string }) => `${p.team} · the week to ${p.day}`,
    month: (p: { team: string; day: string }) => `${p.team} · this month to ${p.day}`,
    quarter: (p: { team: string; day: string }) => `${p.team} · this quarter to ${p.day}`,
  } satisfies Record<Period, unknown>,
  teamProgress: 'Team follow-ups',
  progress: (p: { n: string; target: string }) => `${p.n} of ${p.target}`,
  noTarget: (p: { n: string }) => p.n,
  wonThisMonth: 'Won this month',
  deals: (p: { n: number; amount: string }) =>
    `${p.n === 1 ? '1 deal' : `${p.n} deals`}${p.amount === '' ? '' : `, ${p.amount}`}`,
  collectedThisMonth: 'Collected this month',
  rank: '#',
  name: 'Name',
  score: 'Score',
  more: (p: { n: number; score: string }) => `… and ${p.n} more at ${p.score}`,
  hidden: (p: { n: number }) =>
    `${p.n} members are not shown by their own wish or because they are new.`,
  noRanking: 'A team of fewer than five is not ranked: what counts here is the team.',
  nobodyYet: 'Nobody can be ranked yet; a few more days of data and the board fills up.',
  improvedTitle: 'Most improved this week',
  improved: (p: { name: string; delta: string }) => `${p.name} +${p.delta}`,
  nobodyImproved: 'Nobody gained more than 3 points over their usual week yet.',
  milestones: 'Milestones',
  firstWin: (p: { name: string }) => `${p.name} won a first deal`,
  win: (p: { name: string }) => `${p.name} won a deal`,
  winSomeone: 'The team won a deal',
  streak: (p: { name: string; days: number }) =>
    `${p.name}: ${p.days} working days in a row with a follow-up`,
  rules:
    'Ranked by the capped score, never by counts. Equal scores share a place. Your own row: /leaderboard, just for you.',
  yours: 'Your row',
  yourScore: (p: { score: string; period: string }) => `Your score ${p.period}: ${p.score}`,
  yourNone: 'You have no score in this period yet.',
  notRanked: 'You are not ranked: your role does not sell.',
  optedOut: 'You are off the public board by your own wish.',
  newHire: 'New members are off the public board for their first 30 days.',
  teams: 'The teams',
  team: 'Team',
  followups: 'Follow-ups',
  won: 'Won this month',
  exportTitle: (p: { period: string }) => `Standings ${p.period}`,
  exportText: (p: { n: string }) =>
    p.n === '1'
      ? '1 seller, with what each metric adds to the score.'
      : `${p.n} sellers, with what each metric adds to the score.`,
  exportCut: (p: { n: string; cut: string }) =>
    `The first ${p.n} sellers; ${p.cut} more do not fit into a file here. Whoever runs this bot can export all.`,
  exportEmpty: (p: { period: string }) =>
    `Nobody sold in ${p.period}, so there is nothing to export.`,
  posted: 'Posted to the team’s channel.',
  standing: {
    title: 'This board is in the channel already.',
    you: (p: { time: string }) => `You posted it at ${p.time}.`,
    somebody: (p: { name: string; time: string }) => `${p.name} posted it at ${p.time}.`,
    daily: (p: { time: string }) => `It went out with the daily post at ${p.time}.`,
    unchanged: 'Nothing has changed since, so it was not posted again.',
  },
  corrected: (p: { what: string; posted: string; now: string }) =>
    `${p.what} ${p.posted} → ${p.now}`,
  corrections: (p: { changes: string }) =>
    `Since today’s post, which stays as it was: ${p.changes}`,
  buttons: {
    post: 'Post to the channel',
    why: 'My score',
    week: 'Week',
    month: 'Month',
    today: 'Today',
  },
};
