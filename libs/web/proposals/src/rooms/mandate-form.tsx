import { ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { mandateMessages } from '../messages/mandate-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import planningStyles from '../planning/planning.module.css';

const nothing = { spokesperson: '', deputy: '', may: '', mayNot: '', until: '' };

/** Puts forward who speaks for the room, within which limits, and until when. */
export function MandateForm({ another }: { readonly another: boolean }) {
  const say = useMessages(mandateMessages);
  const { perform, busy, error } = useAct();
  const [draft, setDraft] = useState(nothing);
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const people = usePeople();
  const change = (part: Partial<typeof nothing>): void => setDraft({ ...draft, ...part });
  const missing = (value: string, fault: 'person' | 'words' | 'until'): string | null =>
    tries > 0 && value.trim() === '' ? say(`propose.fault.${fault}`) : null;
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    const { spokesperson, deputy, until } = draft;
    const [may, mayNot] = [draft.may.trim(), draft.mayNot.trim()];
    if ([spokesperson, may, mayNot, until].includes('')) return;
    const body = { spokesperson, deputy: deputy === '' ? null : deputy, may, mayNot, until };
    if (!(await perform('negotiating_mandate.proposed', body))) return;
    setDraft(nothing);
    setTries(0);
  };
  return (
    <Disclosure label={say(another ? 'propose.another' : 'propose')}>
      <form ref={form} onSubmit={(event) => void send(event)} className={planningStyles.form} noValidate>
        <p>{say('lead')}</p>
        <NativeSelect
          label={say('spokesperson')}
          value={draft.spokesperson}
          error={missing(draft.spokesperson, 'person')}
          onChange={(event) => change({ spokesperson: event.currentTarget.value })}
          data={[{ value: '', label: say('propose.choose') }, ...people]}
        />
        <NativeSelect
          label={say('deputy')}
          value={draft.deputy}
          onChange={(event) => change({ deputy: event.currentTarget.value })}
          data={[{ value: '', label: say('noDeputy') }, ...people.filter(({ value }) => value !== draft.spokesperson)]}
        />
        <ReasonField
          label={say('propose.may')}
          value={draft.may}
          onChange={(may) => change({ may })}
          min={1}
          rows={3}
          error={missing(draft.may, 'words')}
        />
        <ReasonField
          label={say('propose.mayNot')}
          value={draft.mayNot}
          onChange={(mayNot) => change({ mayNot })}
          min={1}
          rows={3}
          error={missing(draft.mayNot, 'words')}
        />
        <TextInput
          type="date"
          label={say('propose.until')}
          value={draft.until}
          error={missing(draft.until, 'until')}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('propose.send')}
        </Button>
      </form>
    </Disclosure>
  );
}

/** Holders and deputies of voting seats: who may speak for the room. */
function usePeople(): readonly { readonly value: string; readonly label: string }[] {
  const { view, directory } = useStanding();
  return view.seats
    .filter(({ right, holder }) => right === 'vote' && holder !== null)
    .flatMap(({ holder, deputy }) => [holder, deputy].flatMap((one) => one ?? []))
    .map(({ member }) => ({ value: member, label: directory.member(member) }));
}
