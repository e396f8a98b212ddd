import { daysBetween, localDateOf, visibleLength } from '@tavolo/kernel';
import { deviationOf, type ConsultationProcedure } from '../../src/index.js';
import { consultationTables } from './consultation-table.js';
import { accepting, inventingReasons, withClock, withFurtherRow, withoutGuard, withRow } from './mistakes.js';
import { isAct, type Forbidden, type ModeCheck, type Way } from './mode-check.js';

type Consultation = ConsultationProcedure;

const blank = (text: string | null): boolean => (text ?? '').trim() === '';
const ofInstitution = [
  'consultation.opened',
  'reply.published',
  'decision.recorded',
  'proposal.frozen',
  'consultation.withdrawn',
  'consultation.followed_up',
] as const;
const fixed: readonly Consultation['stage'][] = ['open', 'decided', 'followed_up', 'lapsed', 'withdrawn'];

const forbidden: readonly Forbidden<Consultation>[] = [
  {
    what: 'the institution decides before every assessment has a reply',
    done: ({ before, act }) =>
      isAct(act, 'decision.recorded') &&
      before.assessments.some(({ key }) => !before.replies.some(({ assessments }) => assessments.includes(key))),
    mistake: withoutGuard('decision.recorded'),
  },
  {
    what: 'it deviates without a statement of the length that is asked for',
    done: ({ before, act }) =>
      isAct(act, 'decision.recorded') &&
      deviationOf(before, act.outcome).held &&
      visibleLength(act.statement ?? '') < before.rulebook.deviationStatementMinChars,
    mistake: accepting('decision.recorded'),
  },
  {
    what: 'somebody else decides, replies, opens, freezes, withdraws or follows up',
    done: ({ act }) => isAct(act, ...ofInstitution) && act.by.member !== 'institution',
    mistake: withRow('consultation.withdrawn', { who: ['facilitator'] }),
  },
  {
    what: 'an assessment is given or changed after closing',
    done: ({ before, after }) => before.closedAt !== null && after.assessments !== before.assessments,
    mistake: withFurtherRow({ act: 'assessment.submitted', from: ['closed'], to: ['closed'], who: ['seat'] }),
  },
  {
    what: 'somebody who is not asked gives an assessment, or a seat gives two',
    done: ({ act, after }) =>
      (isAct(act, 'assessment.submitted') && !['coop', 'citizen'].includes(act.by.member)) ||
      new Set(after.assessments.map(({ seat }) => seat)).size < after.assessments.length,
    mistake: (mode) => accepting<Consultation, 'assessment.submitted'>('assessment.submitted')(mode),
  },
  {
    what: 'contrary or conditional without a reason',
    done: ({ after }) =>
      after.assessments.some((one) => ['contrary', 'conditional'].includes(one.position) && blank(one.reason)),
    mistake: accepting('assessment.submitted', (procedure: Consultation, { key, position, reason }, now) => ({
      ...procedure,
      assessments: procedure.entitled.map(({ seat, sector }) => ({
        ...{ key, seat, sector, position, reason, at: now },
        ...{ clause: null, condition: null, interest: null },
      })),
    })),
  },
  {
    what: 'something is not accepted without a reason',
    done: ({ after }) => after.replies.some(({ outcome, reason }) => outcome === 'not_accepted' && blank(reason)),
    mistake: accepting('reply.published', (procedure: Consultation, { key, assessments, outcome, reason }, now) => ({
      ...procedure,
      replies: [{ key, assessments, outcome, reason, at: now }],
    })),
  },
  {
    what: 'the window is shorter than the rules, or urgent without a reason',
    done: ({ act, now, before }) => {
      if (!isAct(act, 'consultation.opened')) return false;
      const days = daysBetween(
        localDateOf(now, before.rulebook.zone),
        act.closesOn as Parameters<typeof daysBetween>[1],
      );
      return days < (blank(act.urgentReason) ? 20 : 7);
    },
    mistake: accepting('consultation.opened'),
  },
  {
    what: 'the window is extended a second time',
    done: ({ after }) => (after.extension?.n ?? 0) > 1,
    mistake: withClock<Consultation>(
      ({ stage, deadline }) => (stage === 'open' ? deadline : null),
      (procedure, at) => ({
        procedure: {
          ...procedure,
          stage: 'closed',
          extension: procedure.extension && { ...procedure.extension, n: 2, until: at },
        },
        consequences: [],
      }),
    ),
  },
  {
    what: 'fewer than half, or a silent sector, and it closes as if enough had spoken',
    done: ({ after }) => after.stage === 'closed' && !after.thin && after.assessments.length < 2,
    mistake: withClock<Consultation>(
      ({ stage, deadline }) => (stage === 'open' ? deadline : null),
      (procedure) => ({ procedure: { ...procedure, stage: 'closed', deadline: null }, consequences: [] }),
    ),
  },
  {
    what: 'the prevailing opinion changes after closing',
    done: ({ before, after }) => before.prevailing !== null && after.prevailing !== before.prevailing,
    mistake: accepting('reply.published', (procedure: Consultation) => ({ ...procedure, prevailing: null })),
  },
  {
    what: 'the text is written on while it is assessed, or by others than the institution',
    done: ({ after, table }, { writingRefused }) =>
      consultationTables[0]?.people.some(
        (actor) =>
          writingRefused(after, actor, table) === null &&
          (fixed.includes(after.stage) || actor.member !== 'institution'),
      ) === true,
    mistake: (mode) => ({ ...mode, writingRefused: () => null }),
  },
  {
    what: 'silence of the institution adopts the text',
    done: ({ how, after }) => how === 'clock' && after.stage === 'decided',
    mistake: withClock<Consultation>(
      ({ stage, deadline }) => (stage === 'overdue' ? deadline : null),
      (procedure) => ({ procedure: { ...procedure, stage: 'decided', deadline: null }, consequences: [] }),
    ),
  },
  {
    what: 'it is withdrawn without a reason',
    done: ({ act }) => isAct(act, 'consultation.withdrawn') && blank(act.reason),
    mistake: inventingReasons('consultation.withdrawn'),
  },
];

const ways: readonly Way<Consultation>[] = [
  { from: 'draft', to: 'open', by: 'consultation.opened' },
  { from: 'open', to: 'open', by: 'consultation.extended', how: 'clock' },
  { from: 'open', to: 'closed', by: 'consultation.closed', how: 'clock' },
  { from: 'open', to: 'withdrawn', by: 'consultation.withdrawn' },
  { from: 'closed', to: 'withdrawn', by: 'consultation.withdrawn' },
  { from: 'responding', to: 'withdrawn', by: 'consultation.withdrawn' },
  { from: 'closed', to: 'responding', by: 'reply.published' },
  { from: 'closed', to: 'decided', by: 'decision.recorded' },
  { from: 'responding', to: 'decided', by: 'decision.recorded' },
  { from: 'closed', to: 'overdue', by: 'consultation.overdue', how: 'clock' },
  { from: 'responding', to: 'overdue', by: 'consultation.overdue', how: 'clock' },
  { from: 'overdue', to: 'decided', by: 'decision.recorded' },
  { from: 'overdue', to: 'lapsed', by: 'consultation.lapsed', how: 'clock' },
  { from: 'decided', to: 'followed_up', by: 'consultation.followed_up' },
];

/** Consultation as the document has it. */
export const consultationCheck: ModeCheck<Consultation> = {
  tables: consultationTables,
  finals: ['followed_up', 'lapsed', 'withdrawn'],
  ways,
  forbidden,
};
