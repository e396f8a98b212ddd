export { AccountPage } from './account-page.js';
export { InvitationPage } from './invitation-page.js';
export { InvitationsPage } from './invitations-page.js';
export { OutboxPage } from './outbox-page.js';
export { ForgotPasswordPage, NewPasswordPage } from './reset-pages.js';
export { SetUpPage } from './set-up-page.js';
export { SignInPage } from './sign-in-page.js';
