// Texts of /lead.

export const lead = {
  usage: '/lead <customer> [source] [@rep]',
  summary: 'A new lead arrived: start the clock for the first answer',
  examples: ['/lead Acme Corp, website', '/lead Acme Corp from the trade fair @Bob'],
  mine: (p: { customer: string }) => `New lead, yours: ${p.customer}`,
  given: (p: { customer: string; name: string }) => `New lead for ${p.name}: ${p.customer}`,
  received: (p: { customer: string }) => `New lead for you: ${p.customer}`,
  from: (p: { name: string }) => `${p.name} gave it to you.`,
  customer: 'Customer',
  source: 'Source',
  owner: 'With',
  isNew: 'new customer',
  target: 'First answer',
  until: (p: { time: string }) => `on target until ${p.time}`,
  told: (p: { name: string }) => `I have told ${p.name} privately.`,
  untold: (p: { name: string }) => `I cannot reach ${p.name} privately: please tell them yourself.`,
  waiting: (p: { customer: string }) => `Waiting already: ${p.customer}`,
  waitingText: (p: { time: string }) =>
    `An earlier inquiry has been waiting for a first answer since ${p.time}. The clock goes on; nothing was added.`,
  log: 'Log the first answer',
};
