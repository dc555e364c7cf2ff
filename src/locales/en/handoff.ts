// Texts of /handoff.
import type { NotePart } from '../../domain/handoff.ts';

export const handoff = {
  usage: '/handoff <customer> @who <note>',
  summary: 'Hand a customer to a colleague, who accepts or declines',
  examples: [
    '/handoff Acme Corp @Bob Jane decides in April, wants the annual plan, send the contract next',
    '/handoff',
  ],
  offered: (p: { customer: string; name: string }) => `Offered to ${p.name}: ${p.customer}`,
  offeredText: (p: { name: string }) =>
    `${p.name} can accept or decline; until then the customer stays where it is.`,
  unreachable: (p: { name: string }) =>
    `I cannot reach ${p.name} privately: ask them to type /handoff.`,
  offeredFor: (p: { asker: string; customer: string; name: string }) =>
    `${p.asker} offers your customer ${p.customer} to ${p.name}`,
  received: (p: { giver: string; customer: string }) =>
    `${p.giver} wants to hand over to you: ${p.customer}`,
  receivedText: 'Accept and the customer, its open next steps and open deals are yours.',
  customer: 'Customer',
  from: 'From',
  to: 'To',
  note: 'Note',
  grade: 'Intent',
  contacts: 'Contacts',
  lastContact: 'Last contact',
  steps: 'Open next steps',
  completeness: (p: { ratio: string }) => `Note ${p.ratio} complete`,
  missing: (p: { parts: string }) => `Still open: ${p.parts}`,
  parts: {
    summary: 'a few more words on where things stand',
    contact: 'contact',
    grade: 'intent grade',
    nextStep: 'next step',
    nextDate: 'date of the next step',
  } satisfies Record<NotePart, string>,
  backAndForth:
    'This customer came from them within the last 7 days. You can hand it back, but it does not count.',
  buttons: {
    accept: 'Accept',
    decline: 'Decline',
    cancel: 'Withdraw',
    log: 'Log the first follow-up',
  },
  accepted: (p: { customer: string }) => `Yours now: ${p.customer}`,
  acceptedText:
    'Its open next steps came along. A first follow-up within 8 working hours is on target.',
  acceptedBy: (p: { name: string; customer: string }) => `${p.name} accepted: ${p.customer}`,
  declined: (p: { customer: string }) => `Declined: ${p.customer}`,
  declinedText: (p: { name: string }) => `It stays with ${p.name}, who knows your reason.`,
  declinedBy: (p: { name: string; customer: string }) => `${p.name} declined: ${p.customer}`,
  reason: 'Reason',
  cancelled: (p: { customer: string }) => `Withdrawn: ${p.customer}`,
  cancelledText: 'The customer stays where it is.',
  cancelledBy: (p: { name: string; customer: string }) =>
    `${p.name} withdrew the handoff of ${p.customer}`,
  declineForm: 'Why not?',
  declineHint: 'The giver reads it.',
  declineSubmit: 'Decline',
  form: (p: { customer: string }) => `Hand over ${p.customer}`,
  who: 'To whom',
  noteHint: 'Where things stand, who decides, what comes next',
  submit: 'Offer',
  pending: 'Handoffs',
  waitingForYou: 'Waiting for you',
  offeredByYou: 'Offered by you',
  when: 'Offered',
  none: 'No handoff is waiting. To hand a customer over:',
};
