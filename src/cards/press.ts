// A button that asks for a verb of a command.
import type { Action } from '../chat/card.ts';
import type { Intent } from '../chat/intent.ts';

/** A button with what pressing it asks for. */
export const press = (
  label: string,
  command: string,
  verb: string,
  args: Intent['args'],
  style: Action['style'] = 'plain',
): Action => ({ label, style, intent: { command, verb, args } });
