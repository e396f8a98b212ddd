import { type Fact, type ProposalView } from '@tavolo/contracts';
import { actMessages, directoryOf, useLanguage, useMessages, type MessageKey } from '@tavolo/web-ui';
import { useCallback } from 'react';
import { newsMessages } from '../messages/news-messages.js';
import { doersOf, keptActs, withdrawers, type Doer, type KeptAct } from './doers.js';

/** A fact that arrived, and whether the reader's own act brought it about. */
export interface Heard {
  readonly act: Fact['act'];
  readonly own: boolean;
}

type News = (heard: readonly Heard[], before: ProposalView, after: ProposalView) => readonly string[];
type NewsKey = MessageKey<keyof typeof newsMessages.messages.en>;

const isKept = (act: string): act is KeptAct => (keptActs as readonly string[]).includes(act);
const isNews = (act: string): act is NewsKey => act in newsMessages.messages.en;

/**
 * What others did between two views of a proposal, as whole sentences, each once. Who did it is told from the views where they keep it: two
 * facts about votes that come together, or one that comes after the page has read it, are not told twice.
 */
export function useNews(): News {
  const { language } = useLanguage();
  const sayAct = useMessages(actMessages);
  const say = useMessages(newsMessages);
  return useCallback<News>(
    (heard, before, after) => {
      const directory = directoryOf(after, language);
      const told = (act: Fact['act'], doers: readonly Doer[]): readonly string[] =>
        doers
          .filter((doer) => !isReader(doer, after))
          .map((doer) => `${nameOf(doer, directory)} ${inside(sayAct(act))}.`);
      const settled = heard.some(({ act }) => act === 'proposal.settled');
      const rest = heard.filter(({ act }) => !isKept(act) && !(settled && act === 'proposal.frozen'));
      return [
        ...new Set([
          ...keptActs.flatMap((act) => told(act, doersOf(act, before, after))),
          ...rest.flatMap(({ act, own }) => {
            if (act === 'settlement.withdrawn') return told(act, withdrawers(before, after));
            if (own) return [];
            return [isNews(act) ? say(act) : `${sayAct(act)}.`];
          }),
        ]),
      ];
    },
    [language, say, sayAct],
  );
}

function nameOf(doer: Doer, { seatHolder, member, subject }: ReturnType<typeof directoryOf>): string {
  if ('subject' in doer) return subject(doer.subject);
  return 'seat' in doer ? seatHolder(doer.seat) : member(doer.member);
}

function isReader(doer: Doer, { me, seats }: ProposalView): boolean {
  if ('seat' in doer) return doer.seat === me.seat;
  if ('member' in doer) return doer.member === me.member;
  const mine = seats.find(({ id }) => id === me.seat);
  return mine !== undefined && doer.subject === (mine.organisation?.id ?? mine.id);
}

/** `Voted` after a name: `voted`. */
const inside = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
