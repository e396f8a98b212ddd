import { tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { useStanding } from '../page/proposal-context.js';

/** Names someone who acts with a role: `Serena (Secretary)`, or the role alone for readers who may not see names. */
export function useOfficer(): (member: string) => string {
  const { directory, view } = useStanding();
  const say = useMessages(tableMessages);
  const write = useFormats();
  return (member) => {
    const held = view.roles.filter(({ holder }) => holder.member === member);
    const roles = write.list(held.map(({ role }) => say(`role.${role}`)));
    if (held.length === 0) return directory.member(member);
    const name = held.find(({ holder }) => holder.name !== null)?.holder.name;
    return name ? `${name} (${roles})` : roles;
  };
}
