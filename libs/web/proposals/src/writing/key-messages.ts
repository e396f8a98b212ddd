import { catalogue } from '@tavolo/web-ui';

/** How the text is left and its tools are reached with the keyboard alone. */
export const keyMessages = catalogue(
  'writingKeys',
  {
    reach:
      'Alt and F10 goes to the tools, Esc comes back. In a list Tab moves an item; Esc and then Tab leaves the text.',
  },
  {
    reach:
      'Alt e F10 porta agli strumenti, Esc riporta al testo. In un elenco Tab sposta una voce; Esc e poi Tab esce dal testo.',
  },
);
