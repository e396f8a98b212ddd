import { Global, Module, type Provider } from '@nestjs/common';
import { PlacesOfPeople, SeatInvitation } from '@tavolo/server-identity';
import { TableAccess } from '@tavolo/server-platform';
import { AreaReader } from './areas/area.reader.js';
import { CreateArea } from './areas/create-area.act.js';
import { CreateOrganisation } from './areas/create-organisation.act.js';
import { OrganisationReader } from './areas/organisation.reader.js';
import { RulebookChangesController } from './http/rulebook-changes.controller.js';
import { OpeningController } from './http/opening.controller.js';
import { TableActsController } from './http/table-acts.controller.js';
import { TablesController } from './http/tables.controller.js';
import { LogPageReader } from './log/log-page.reader.js';
import { LogTilesController } from './log/log-tiles.controller.js';
import { LogStreams } from './log/log-streams.reader.js';
import { TablePersonalData } from './log/table-personal-data.js';
import { TableLogReader } from './log/table-log.reader.js';
import { TakeBundle } from './log/take-bundle.act.js';
import { CompositionRights } from './policy/composition-rights.js';
import { Pseudonyms } from './policy/pseudonyms.js';
import { RightsChanges } from './policy/rights-changes.js';
import { TableDatabase } from './policy/table-database.reader.js';
import { TablePolicy } from './policy/table-policy.js';
import { TableWatching } from './policy/table-watching.js';
import { AdoptRulebook } from './rulebooks/adopt-rulebook.act.js';
import { DraftRulebook } from './rulebooks/draft-rulebook.act.js';
import { RulebookChangeReader } from './rulebooks/rulebook-change.reader.js';
import { ChangeMode } from './rulebooks/change-mode.act.js';
import { FollowingBenches } from './rooms/following-benches.repository.js';
import { LeavingRooms } from './rooms/leaving-rooms.repository.js';
import { OpenBench } from './rooms/open-bench.act.js';
import { RulebookVersions } from './rulebooks/rulebook-versions.reader.js';
import { EndRole } from './seats/end-role.act.js';
import { FillSeat } from './seats/fill-seat.act.js';
import { GiveRole } from './seats/give-role.act.js';
import { JoinMember } from './seats/join-member.act.js';
import { Membership } from './seats/membership.js';
import { SeatInvitationRepository } from './seats/seat-invitation.repository.js';
import { Seating } from './seats/seating.repository.js';
import { VacateSeat } from './seats/vacate-seat.act.js';
import { CreateTable } from './tables/create-table.act.js';
import { OpenTable } from './tables/open-table.act.js';
import { PlacesOfPeopleReader } from './tables/places-of-people.reader.js';
import { TablePeople } from './tables/table-people.reader.js';
import { TableViewReader } from './tables/table-view.reader.js';

const acts: Provider[] = [
  CreateArea,
  CreateOrganisation,
  CreateTable,
  AdoptRulebook,
  ChangeMode,
  DraftRulebook,
  JoinMember,
  FillSeat,
  VacateSeat,
  GiveRole,
  EndRole,
  OpenBench,
];

const shared: Provider[] = [
  TablePolicy,
  TableDatabase,
  OrganisationReader,
  TableViewReader,
  TablePeople,
  Pseudonyms,
  { provide: TableAccess, useClass: TableWatching },
  { provide: SeatInvitation, useClass: SeatInvitationRepository },
  { provide: PlacesOfPeople, useClass: PlacesOfPeopleReader },
];

/** Tables, seats, rulebooks, who may read what. Global: every later context asks its policy. */
@Global()
@Module({
  controllers: [
    TablesController,
    RulebookChangesController,
    OpeningController,
    TableActsController,
    LogTilesController,
  ],
  providers: [
    ...acts,
    ...shared,
    AreaReader,
    RulebookVersions,
    RulebookChangeReader,
    OpenTable,
    CompositionRights,
    FollowingBenches,
    LeavingRooms,
    Membership,
    Seating,
    RightsChanges,
    LogPageReader,
    LogStreams,
    TableLogReader,
    TablePersonalData,
    TakeBundle,
  ],
  exports: [
    ...acts,
    Membership,
    TablePolicy,
    TableDatabase,
    OrganisationReader,
    TableViewReader,
    TablePeople,
    Pseudonyms,
    TableAccess,
    SeatInvitation,
    PlacesOfPeople,
  ],
})
export class TablesModule {}
