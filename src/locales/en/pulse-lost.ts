// A survey whose keys were lost.

export const pulseLost = {
  title: (p: { who: string }) => `The survey for ${p.who} had to be cancelled`,
  text: 'Its keys are gone from the vault, so nobody can open the answers any more, Genjin included. They were deleted uncounted; nothing of them can be read.',
  next: 'The keys lie in a folder of their own on the machine Genjin runs on: `genjin doctor` says whether it is in order. Then ask again with /pulse start.',
};
