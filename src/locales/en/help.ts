// Texts of /help.

export const help = {
  usage: '/help [command]',
  summary: 'What I can do, and how to ask for it',
  examples: ['/help', '/help followup'],
  button: 'What can you do?',
  title: 'What I can do',
  command: 'Type',
  does: 'What it does',
  more: 'Examples of one: /help followup. Only you see my answers, unless it says otherwise.',
  aliases: 'Also',
  usageLabel: 'Type',
  examplesLabel: 'For example',
  onlyFor: (p: { who: string }) => `Only for ${p.who}.`,
  all: 'Everything I can do',
  buttons: {
    log: 'Log a follow-up',
    due: 'What is due',
    next: 'Who is next',
    settings: 'Settings',
  },
};
