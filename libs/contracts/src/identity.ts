import { z } from 'zod';
import { route } from './route.js';
import {
  instantSchema,
  keySchema,
  languageSchema,
  nameSchema,
  sectorSchema,
  visibleTextSchema,
  wordsSchema,
} from './shared.js';

export const emailSchema = z.email().max(254);
/** ASVS 6.2.1: at least 12 characters; any characters, up to 128. */
export const passwordSchema = z.string().min(12).max(128);

export const sessionViewSchema = z.object({
  /** `null`: a visitor. */
  person: z
    .object({
      id: z.string(),
      /** Demo key such as `m02`; `null` for real accounts. */
      key: z.string().nullable(),
      name: z.string(),
      email: z.string().nullable(),
      language: languageSchema,
      administrator: z.boolean(),
      /** Whether she is reminded by mail before something that is asked of her falls due. */
      reminders: z.boolean(),
    })
    .nullable(),
  installation: z.object({
    mode: z.enum(['demo', 'production', 'development', 'test']),
    needsSetUp: z.boolean(),
    version: z.string(),
    /** Whether the outbox page exists (no SMTP, not production). */
    outbox: z.boolean(),
  }),
  clock: z.object({ now: instantSchema, movable: z.boolean() }),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const demoPersonSchema = z.object({
  key: z.string(),
  name: z.string(),
  title: wordsSchema,
  sector: z.union([sectorSchema, z.literal('neutral')]),
  organisation: wordsSchema.nullable(),
  /** Tables where the person has a seat or a role, by key. */
  tables: z.array(z.object({ key: z.string(), name: wordsSchema, as: z.string() })),
});
export type DemoPerson = z.infer<typeof demoPersonSchema>;

export const invitationViewSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  state: z.enum(['sent', 'opened', 'accepted', 'expired', 'withdrawn']),
  sentAt: instantSchema,
  expiresAt: instantSchema,
  table: z.object({ key: z.string(), name: wordsSchema }).nullable(),
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

export const deviceSessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  openedAt: instantSchema,
  lastSeenAt: instantSchema,
  device: z.string(),
});

/** How many people are listed at once: whoever looks for somebody else writes more of her name. */
export const peopleListed = 20;

/** A person as administrators see her. */
export const personViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Of her account, or the one given for her before she has an account; `null`: none is known. */
  email: z.string().nullable(),
  /** The tables that she sits at, or sat at, in the order of their keys. */
  tables: z.array(z.object({ key: z.string(), name: wordsSchema })),
});
export type PersonView = z.infer<typeof personViewSchema>;

/** Why a person is erased (GDPR, article 17): the log says it, and nothing else about her. */
export const erasureBases = ['own_request', 'consent_withdrawn', 'no_longer_needed', 'unlawful'] as const;

/** Where the clock of a demonstration may be put: within our time, so that everything that follows from it stays a date. */
const clockSchema = instantSchema.refine((now) => now >= '2020' && now < '2060', 'expected a moment from 2020 to 2059');

const done = z.object({ done: z.literal(true) });
const id = z.object({ id: z.string().max(64) });
const token = z.object({ token: z.string().min(20).max(200) });

export const identityRoutes = {
  session: route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and what installation this is',
    does: { reads: 'session' },
    public: true,
    response: sessionViewSchema,
  }),
  signIn: route({
    method: 'POST',
    path: '/session',
    summary: 'Sign in',
    does: { act: 'session.opened' },
    public: true,
    body: z.object({ email: emailSchema, password: z.string().min(1).max(128) }),
    response: sessionViewSchema,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    does: { act: 'session.ended' },
    public: true,
    response: done,
  }),
  devices: route({
    method: 'GET',
    path: '/account/sessions',
    summary: 'Where I am signed in',
    does: { reads: 'own sessions' },
    response: z.array(deviceSessionSchema),
  }),
  endDevice: route({
    method: 'DELETE',
    path: '/account/sessions/{id}',
    summary: 'Sign out one device',
    does: { act: 'session.ended' },
    params: id,
    response: done,
  }),
  endOtherDevices: route({
    method: 'DELETE',
    path: '/account/sessions',
    summary: 'Sign out everywhere else',
    does: { act: 'session.ended' },
    response: done,
  }),
  changeAccount: route({
    method: 'PATCH',
    path: '/account',
    summary: 'Change my name, my language, or whether I am reminded by mail',
    does: { act: 'account.changed' },
    body: z.object({
      name: nameSchema.optional(),
      language: languageSchema.optional(),
      reminders: z.boolean().optional(),
    }),
    response: sessionViewSchema,
  }),
  changePassword: route({
    method: 'POST',
    path: '/account/password',
    summary: 'Change my password',
    does: { act: 'account.password_changed' },
    body: z.object({ current: z.string().min(1).max(128), next: passwordSchema }),
    response: done,
  }),
  requestReset: route({
    method: 'POST',
    path: '/password-resets',
    summary: 'Ask for a link to set a new password; the answer is the same whether the address is known or not',
    does: { reads: 'password reset request' },
    public: true,
    body: z.object({ email: emailSchema }),
    response: done,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/password-resets/{token}',
    summary: 'Set a new password',
    does: { act: 'account.password_reset' },
    public: true,
    params: token,
    body: z.object({ password: passwordSchema }),
    response: done,
  }),
  setUp: route({
    method: 'POST',
    path: '/setup',
    summary: 'Create the first administrator, with the code that the server printed',
    does: { act: 'installation.set_up' },
    public: true,
    body: z.object({
      code: z.string().trim().min(6).max(40),
      name: nameSchema,
      email: emailSchema,
      password: passwordSchema,
      language: languageSchema,
    }),
    response: sessionViewSchema,
  }),
  invitations: route({
    method: 'GET',
    path: '/invitations',
    summary: 'Invitations sent (administrators)',
    does: { reads: 'invitations' },
    response: z.array(invitationViewSchema),
  }),
  invite: route({
    method: 'POST',
    path: '/invitations',
    summary: 'Invite a person to the installation, or to a seat or role of a table',
    does: { act: 'invitation.sent' },
    body: z.object({
      email: emailSchema,
      name: nameSchema,
      language: languageSchema,
      seat: z.object({ table: keySchema, seat: keySchema, as: z.enum(['holder', 'deputy']) }).nullable(),
      administrator: z.boolean().default(false),
    }),
    response: invitationViewSchema,
  }),
  resendInvitation: route({
    method: 'POST',
    path: '/invitations/{id}/resend',
    summary: 'Send an invitation again with a new link',
    does: { act: 'invitation.resent' },
    params: id,
    response: invitationViewSchema,
  }),
  withdrawInvitation: route({
    method: 'DELETE',
    path: '/invitations/{id}',
    summary: 'Withdraw an invitation',
    does: { act: 'invitation.withdrawn' },
    params: id,
    response: done,
  }),
  people: route({
    method: 'GET',
    path: '/people',
    summary: `People by name, at most ${peopleListed}: those whose name or address contains a text (administrators)`,
    does: { reads: 'people' },
    query: z.object({ search: z.string().trim().max(254).default('') }),
    response: z.array(personViewSchema),
  }),
  erasePerson: route({
    method: 'POST',
    path: '/people/{id}/acts/subject.erased',
    summary:
      'Erase a person: her name, addresses, account and what stands for her in the logs (administrators); for ever',
    does: { act: 'subject.erased' },
    params: id,
    body: z.object({ basis: z.enum(erasureBases), reason: visibleTextSchema(1000) }),
    response: done,
  }),
  openInvitation: route({
    method: 'GET',
    path: '/invitation-links/{token}',
    summary: 'What an invitation link offers',
    does: { reads: 'invitation' },
    public: true,
    params: token,
    response: z.object({
      name: z.string(),
      email: z.string(),
      table: wordsSchema.nullable(),
      expiresAt: instantSchema,
    }),
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/invitation-links/{token}',
    summary: 'Accept an invitation and choose a password',
    does: { act: 'invitation.accepted' },
    public: true,
    params: token,
    body: z.object({ name: nameSchema, password: passwordSchema }),
    response: sessionViewSchema,
  }),
  demoPeople: route({
    method: 'GET',
    path: '/demo/people',
    summary: 'The people of the demonstration (demo mode only)',
    does: { reads: 'demo people' },
    public: true,
    response: z.array(demoPersonSchema),
  }),
  demoSession: route({
    method: 'POST',
    path: '/demo/session',
    summary: 'Sign in as a person of the demonstration (demo mode only)',
    does: { act: 'session.opened' },
    public: true,
    body: z.object({ person: keySchema }),
    response: sessionViewSchema,
  }),
  moveClock: route({
    method: 'POST',
    path: '/clock',
    summary: 'Move the clock (demo and test mode only)',
    does: { act: 'clock.moved' },
    body: z.object({ now: clockSchema }),
    response: z.object({ now: instantSchema, movable: z.boolean() }),
  }),
  outbox: route({
    method: 'GET',
    path: '/outbox',
    summary: 'Mails that would have been sent (without SMTP, not in production)',
    does: { reads: 'outbox' },
    public: true,
    response: z.array(
      z.object({
        id: z.string(),
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        language: languageSchema,
        at: instantSchema,
      }),
    ),
  }),
};
