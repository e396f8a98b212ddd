import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Authenticator, type Config } from '@tavolo/server-platform';
import { AccountCreation } from './accounts/account-creation.js';
import { AdministratorReader } from './accounts/administrator.reader.js';
import { Administrators } from './accounts/administrators.js';
import { ChangeAccount } from './accounts/change-account.act.js';
import { ChangePassword } from './accounts/change-password.act.js';
import { CreateAccount } from './accounts/create-account.act.js';
import { Passwords } from './accounts/passwords.js';
import { DemoDoor } from './demo/demo-door.js';
import { DemoPeopleReader } from './demo/demo-people.reader.js';
import { OpenDemoSession } from './demo/open-demo-session.act.js';
import { ErasePerson } from './erasure/erase-person.act.js';
import { AccountController } from './http/account.controller.js';
import { DemoController } from './http/demo.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { PeopleController } from './http/people.controller.js';
import { PasswordResetController } from './http/password-reset.controller.js';
import { SessionController } from './http/session.controller.js';
import { SessionViewReader } from './http/session-view.reader.js';
import { SessionsAtTheDoor } from './http/sessions-at-the-door.js';
import { SetUpController } from './http/set-up.controller.js';
import { Installation } from './installation.js';
import { AcceptInvitation } from './invitations/accept-invitation.act.js';
import { InvitationDoor } from './invitations/invitation-door.js';
import { InvitationMail } from './invitations/invitation-mail.js';
import { InvitationReader } from './invitations/invitation.reader.js';
import { ResendInvitation } from './invitations/resend-invitation.act.js';
import { SendInvitation } from './invitations/send-invitation.act.js';
import { WithdrawInvitation } from './invitations/withdraw-invitation.act.js';
import { Limits, Patience } from './limits/limits.js';
import { Turnstile } from './limits/turnstile.js';
import { CreatePerson } from './people/create-person.act.js';
import { PeopleListReader } from './people/people-list.reader.js';
import { PersonCreation } from './people/person-creation.js';
import { PersonReader } from './people/person.reader.js';
import { RemindedPeople } from './people/reminded-people.reader.js';
import { PublicAddress } from './public-address.js';
import { PasswordResets } from './resets/password-resets.js';
import { ResetLinkRepository } from './resets/reset-link.repository.js';
import { ResetPassword } from './resets/reset-password.act.js';
import { DeviceReader } from './sessions/device.reader.js';
import { EndSessions } from './sessions/end-sessions.act.js';
import { OpenSession } from './sessions/open-session.act.js';
import { RealTime } from './sessions/real-time.js';
import { SessionAuthenticator } from './sessions/session-authenticator.js';
import { SessionEnding } from './sessions/session-ending.js';
import { SessionOpening } from './sessions/session-opening.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SetUp } from './setup/set-up.act.js';
import { SystemLog } from './system-log.js';

export interface IdentityOptions {
  readonly config: Pick<Config, 'mode' | 'smtp' | 'publicUrl'>;
  /** Version of the software, shown to everybody. */
  readonly version: string;
}

const acts: Provider[] = [
  CreatePerson,
  CreateAccount,
  ChangeAccount,
  ChangePassword,
  ResetPassword,
  OpenSession,
  OpenDemoSession,
  EndSessions,
  SendInvitation,
  ResendInvitation,
  WithdrawInvitation,
  AcceptInvitation,
  ErasePerson,
  SetUp,
];

const parts: Provider[] = [
  AccountCreation,
  AdministratorReader,
  Administrators,
  DemoPeopleReader,
  DeviceReader,
  InvitationDoor,
  InvitationMail,
  InvitationReader,
  Limits,
  Patience,
  Turnstile,
  Passwords,
  PasswordResets,
  PeopleListReader,
  PersonCreation,
  PersonReader,
  RealTime,
  RemindedPeople,
  ResetLinkRepository,
  SessionEnding,
  SessionOpening,
  SessionRepository,
  SessionViewReader,
  SessionsAtTheDoor,
  SystemLog,
];

/** People, accounts, sessions, invitations. Global, because every context asks who somebody is. */
@Global()
@Module({})
export class IdentityModule {
  static forRoot({ config, version }: IdentityOptions): DynamicModule {
    const installation = new Installation(config, version);
    return {
      module: IdentityModule,
      controllers: [
        SessionController,
        AccountController,
        PasswordResetController,
        SetUpController,
        InvitationsController,
        PeopleController,
        ...(installation.isDemo ? [DemoController] : []),
      ],
      providers: [
        ...acts,
        ...parts,
        { provide: Installation, useValue: installation },
        { provide: DemoDoor, useValue: new DemoDoor(installation.isDemo) },
        { provide: PublicAddress, useValue: new PublicAddress(config.publicUrl) },
        { provide: Authenticator, useClass: SessionAuthenticator },
      ],
      exports: [
        ...acts,
        Administrators,
        AdministratorReader,
        Authenticator,
        PersonReader,
        PublicAddress,
        RemindedPeople,
        SystemLog,
      ],
    };
  }
}
