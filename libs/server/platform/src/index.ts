export { type StartLog } from './process/start-log.js';
export {
  ConfigProblems,
  loadConfig,
  localAddress,
  type Config,
  type DemoLanguage,
  type LogLevel,
  type Mode,
  type Smtp,
} from './process/config.js';
export { createLog, NestLog, type Log } from './process/log.js';
export { Progress } from './process/progress.js';
export { markFirstDemo, markMode } from './process/mode-marker.js';
export { freePort, isPortFree, settlePort } from './process/ports.js';
export { StartingServer, type StartStep } from './process/starting-server.js';
export { Origins } from './http/origins.js';
export { configureServer } from './process/configure-server.js';
export { SocketAdapter, type SocketOrigins, type SocketParser } from './process/socket-adapter.js';
export { stopSignals } from './process/stop-signals.js';
export { DatabaseModule, DataSource, type DatabaseLogins } from './database/database.module.js';
export { claimInstallation, WrongInstallation } from './database/installation.js';
export { checkLogins } from './database/login-check.js';
export { openDatabase, type OpenDatabase } from './database/open-database.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './database/embedded/embedded-postgres.js';
export { migrate, type MigrationClass } from './database/migrate.js';
export { platformMigrations } from './database/platform-migrations.js';
export { type RecordClass } from './database/record-class.js';
export { testDatabase, type TestDatabase } from './database/test-database.js';
export { Act, type ActContext } from './acts/act.js';
export { ActRunner, type Performed, type RunOptions } from './acts/act-runner.js';
export { type DisclosureDraft, type EntryDraft, type RecordedEntry } from './acts/entry-draft.js';
export { namedAct } from './acts/named-act.js';
export { parse } from './acts/parse.js';
export * from './acts/problems.js';
export { system, visitor, type Who } from './acts/who.js';
export {
  erasureBases,
  PersonalData,
  PersonalDataHolder,
  type Erasure,
  type ErasureBasis,
} from './audit/erasure/personal-data.js';
export { AuditErasure } from './audit/write/audit-erasure.js';
export { AuditSpaces, type AuditSpace, type SpaceToOpen } from './audit/write/audit-spaces.js';
export { uuid7 } from './audit/write/uuid7.js';
export { SealTimeout, Sequencer } from './audit/sequencing/sequencer.js';
export { Clock, SystemClock } from './clock/clock.js';
export { DemoClock } from './clock/demo-clock.js';
export { Authenticator } from './http/authenticator.js';
export { SessionCookie, parseCookies } from './http/cookies.js';
export { ClientAddresses } from './http/client-addresses.js';
export { CurrentAddress, CurrentWho } from './http/current-who.js';
export { type TrustedProxies } from './process/trusted-proxies.js';
export { Documented, Performs, Public, Reads } from './http/declarations.js';
export {
  Handles,
  IdempotencyKey,
  Input,
  apiPrefix,
  type Given,
  type InputOf,
  type ResponseOf,
} from './http/handles.js';
export { RateLimiter, MemoryRateLimiter, type RateRule } from './http/rate-limiter.js';
export { Jobs, type Job } from './jobs/jobs.js';
export { FactBus, type FreshFact } from './live/fact-bus.js';
export { TableAccess } from './live/table-access.js';
export { Mail, type Letter } from './mail/mail.js';
export { ClientFiles } from './http/client-files.js';
export {
  doors,
  rightsMatrix,
  tablesWithoutGuard,
  undeclared,
  ungovernedPlatformTables,
} from './http/architecture/rules.js';
export { routesOf, socketEventsOf, type RouteFound, type SocketEventFound } from './http/architecture/handlers.js';
export { openApiDocument, type OpenApiDocument } from './http/documentation/open-api.js';
export { toProblem } from './http/problem.filter.js';
export { answered, refusedConnection } from './live/answered.js';
export { LiveGateway } from './live/live.gateway.js';
export { LiveSessions } from './live/live-sessions.js';
export { AuditBundle, type BundleOptions } from './audit/reading/audit-bundle.js';
export {
  AuditLogReader,
  type DisclosedValue,
  type LogEntry,
  type LogFilter,
  type LogPage,
  type ProofState,
} from './audit/reading/audit-log.reader.js';
export { LogTiles } from './audit/reading/log-tiles.js';
export { Signer } from './audit/signing/signer.js';
export { MoveClock } from './clock/move-clock.act.js';
export { HealthReader } from './health/health.js';
export { PlatformModule } from './platform.module.js';
export { type PlatformOptions } from './platform-options.js';
export { listenLocally, testServer, type TestServerOptions } from './testing/test-server.js';
export { platformApp, type PlatformApp } from './testing/platform-app.js';
export { TestClock, testPlatform, type TestPlatform } from './testing/test-platform.js';
